import { allow } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import type { Desk } from "#modules/opportunities/paths.ts";
import { may } from "#modules/opportunities/policy.ts";
import { say } from "#modules/opportunities/publications/messages.ts";
import { countManaged, listManaged, managedBy } from "#modules/opportunities/queries.ts";
import { states } from "#modules/opportunities/vocabulary.ts";
import { ManagedPage } from "./views.tsx";

const area = (desk: Desk) => (desk === "office" ? ("office" as const) : ("public" as const));

/** The offers one manages, by state. */
export const pagesOf = (desk: Desk) =>
  routes().get("/", async (page) => {
    const ctx = page.get("ctx");
    if (desk === "office") allow(may.manageAll(ctx));
    else allow(ctx.actor.kind === "person");
    const state = states.find((one) => one === page.req.query("stand"));
    const words = (page.req.query("q") ?? "").trim().slice(0, 100);
    const number = Math.min(500, Math.max(1, Math.trunc(Number(page.req.query("seite"))) || 1));
    const rows = await listManaged(ctx, { state, words, page: number });
    const own = managedBy(ctx);
    const names = desk === "mine" ? [...new Set(rows.map(({ organization }) => organization))] : [];
    const heading =
      desk === "office"
        ? say(ctx)("offers")
        : names.length === 1
          ? say(ctx)("mineHeading", { organization: names[0] ?? "" })
          : say(ctx)("mineHeadingMany");
    return page.render(
      <ManagedPage
        ctx={ctx}
        desk={desk}
        rows={rows}
        counts={await countManaged(ctx, words)}
        state={state}
        words={words}
        page={number}
        heading={heading}
        speaks={own === null || own.length > 0}
      />,
      { title: heading, crumbs: [], area: area(desk), hidden: true },
    );
  });
