import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { type Page, routes, slugIn } from "#core/web.ts";
import { findingsOf, votesFile } from "#modules/participation/mapping/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { findPublicRound, listStatements } from "#modules/participation/opinions/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { OpinionRound } from "#modules/participation/schema.ts";
import { listDeclined } from "#modules/participation/statements/queries.ts";
import { say } from "./messages.ts";
import { DeclinedView, MapView } from "./views.tsx";

const crumbs = (ctx: Context, { slug, title }: OpinionRound) => [
  { href: paths.listing, label: common(ctx)("participation") },
  { href: paths.round(slug), label: title },
];

const map = async (page: Page) => {
  const { ctx } = page.var;
  const round = found(await findPublicRound(ctx, slugIn(page)));
  const statements = await listStatements(ctx, round.id, "accepted");
  return page.render(<MapView ctx={ctx} round={round} result={findingsOf(round)} statements={statements} />, {
    title: say(ctx)("kind"),
    crumbs: crumbs(ctx, round),
  });
};

const declined = async (page: Page) => {
  const { ctx } = page.var;
  const round = found(await findPublicRound(ctx, slugIn(page)));
  return page.render(<DeclinedView ctx={ctx} round={round} declined={await listDeclined(ctx, round.id)} />, {
    title: say(ctx)("moderation"),
    crumbs: crumbs(ctx, round),
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
