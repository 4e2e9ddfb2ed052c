import { signedIn } from "#core/actor.ts";
import { routes } from "#core/web.ts";
import { commitmentsOf } from "#modules/shifts/commitments/queries.ts";
import { say } from "./messages.ts";
import { findMine } from "./queries.ts";
import { MinePage } from "./views.tsx";

/** `/mein/schichten` */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const me = signedIn(ctx.actor);
  const mine = await findMine(ctx);
  const commitments = (await commitmentsOf(ctx, me.id)).filter(({ personId }) => personId === me.id);
  return page.render(
    <MinePage ctx={ctx} mine={mine} commitments={commitments} notice={page.req.query("hinweis")} />,
    { title: say(ctx)("heading"), hidden: true },
  );
});
