import { routes } from "#core/web.ts";
import { listEasyPages } from "#modules/content/pages/queries.ts";
import { say } from "./messages.ts";
import { EasyPage } from "./views.tsx";

/** /leichte-sprache */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  return page.render(<EasyPage ctx={ctx} pages={await listEasyPages(ctx)} />, {
    title: say(ctx)("menu"),
    description: say(ctx)("title", { town: ctx.place.name }),
  });
});
