import { found } from "#core/errors.ts";
import { asked, routes, slugIn } from "#core/web.ts";
import { listBorders } from "#modules/organizations/map/queries.ts";
import { takesProposals } from "#modules/participation/proposals/policy.ts";
import { countProposals, listAuthors, listProposals } from "#modules/participation/proposals/queries.ts";
import { currentPhase, findPublicProcess } from "#modules/participation/queries.ts";
import { countReasons } from "#modules/participation/reasons/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import { say } from "./messages.ts";
import { ListingView } from "./views.tsx";
import { addressOf, narrowOf, readFilters, sortOf } from "./vocabulary.ts";

const size = 20;
const mostOnMap = 300;

/** `/beteiligung/:slug/vorschlaege`: the proposals of a process, for everybody. */
export const pages = routes().get("/:slug/vorschlaege", async (page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const filters = readFilters(asked(page));
  const narrow = narrowOf(filters);
  const onMap = filters.ansicht === "karte";
  const rows = await listProposals(ctx, process.id, {
    ...narrow,
    sort: sortOf(filters),
    limit: onMap ? mostOnMap : size,
    offset: onMap ? 0 : ((filters.seite ?? 1) - 1) * size,
  });
  const ids = rows.map(({ id }) => id);
  return page.render(
    <ListingView
      ctx={ctx}
      process={process}
      filters={filters}
      rows={rows}
      authors={await listAuthors(ctx, ids)}
      reasons={await countReasons(ctx, ids)}
      total={await countProposals(ctx, process.id, narrow)}
      size={size}
      collecting={takesProposals(await currentPhase(ctx, process))}
      borders={onMap ? await listBorders(ctx) : []}
    />,
    {
      ...processProps(ctx, process, say(ctx)("heading")),
      description: process.question,
      hidden: addressOf(process.slug, filters) !== addressOf(process.slug, {}),
    },
  );
});
