import { signedIn } from "#core/actor.ts";
import { routes } from "#core/web.ts";
import { paths } from "#modules/people/paths.ts";
import { say } from "./messages.ts";
import { listLooks } from "./queries.ts";
import { LooksView } from "./views.tsx";

/** `/mein/einblicke`. */
export const looksPages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const me = signedIn(ctx.actor);
  const number = Math.min(Math.max(Number.parseInt(page.req.query("seite") ?? "1", 10) || 1, 1), 10_000);
  const { items, total } = await listLooks(ctx, me.id, number);
  return page.render(<LooksView ctx={ctx} items={items} total={total} page={number} />, {
    title: say(ctx)("title"),
    crumbs: [{ href: paths.mine, label: say(ctx)("mine") }],
    hidden: true,
  });
});
