import { found } from "#core/errors.ts";
import { idIn, routes } from "#core/web.ts";
import { say } from "./messages.ts";
import { followThread } from "./queries.ts";
import { FollowingView } from "./views.tsx";

/** `/faden/:kind/:id`: what led to a thing and what came of it, as far as the asker may see. */
export const pages = routes().get("/:kind/:id", async (page) => {
  const ctx = page.get("ctx");
  const thing = { kind: page.req.param("kind"), id: idIn<string>(page) };
  const following = found(await followThread(ctx, thing));
  return page.render(<FollowingView ctx={ctx} following={following} />, {
    title: say(ctx)("heading", { title: following.thing.title }),
    crumbs: [{ href: following.thing.path, label: following.thing.title }],
    hidden: true,
  });
});
