import { found } from "#core/errors.ts";
import { type Page, routes, slugIn } from "#core/web.ts";
import { findingsOf, votesFile } from "#modules/participation/mapping/queries.ts";
import { findPublicRound, listStatements } from "#modules/participation/opinions/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { listDeclined } from "#modules/participation/statements/queries.ts";
import { say } from "./messages.ts";
import { DeclinedView, MapView } from "./views.tsx";

const map = async (page: Page) => {
  const { ctx } = page.var;
  const round = found(await findPublicRound(ctx, slugIn(page)));
  const statements = await listStatements(ctx, round.id, "accepted");
  return page.render(<MapView ctx={ctx} round={round} result={findingsOf(round)} statements={statements} />, {
    title: `${say(ctx)("kind")}: ${round.title}`,
    crumbs: [{ href: paths.round(round.slug), label: round.title }],
  });
};

const declined = async (page: Page) => {
  const { ctx } = page.var;
  const round = found(await findPublicRound(ctx, slugIn(page)));
  return page.render(<DeclinedView ctx={ctx} round={round} declined={await listDeclined(ctx, round.id)} />, {
    title: say(ctx)("moderation"),
    crumbs: [{ href: paths.round(round.slug), label: round.title }],
  });
};

const file = async (page: Page) => {
  const { ctx } = page.var;
  const round = found(await findPublicRound(ctx, slugIn(page)));
  return page.body(await votesFile(ctx, round.id), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${round.slug}-stimmen.csv"`,
  });
};

/** `/beteiligung/meinungen/:slug/karte`: the map, what it was made of, and what was not taken. */
export const pages = routes()
  .get("/:slug/karte", map)
  .get("/:slug/stimmen.csv", file)
  .get("/:slug/moderation", declined);
