import { allow } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { may } from "#modules/threads/policy.ts";
import { say } from "./messages.ts";
import { listBreaks } from "./queries.ts";
import { BreaksView } from "./views.tsx";

/** `/buero/faden/luecken`: where one cannot see what something came from, or what became of it. */
export const pages = routes().get("/luecken", async (page) => {
  const { ctx } = page.var;
  allow(may.tie(ctx));
  return page.render(<BreaksView ctx={ctx} all={await listBreaks(ctx)} />, {
    title: say(ctx)("heading"),
    area: "office",
  });
});
