import type { Context } from "#core/context.ts";
import type { Module } from "#core/module.ts";
import type { Break, Traceable } from "#core/traceable.ts";
import { paths } from "#modules/consortium/paths.ts";
import { withoutThread } from "#modules/threads/queries.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { listResolutions, nameResolutions, type ResolutionId, searchResolutions } from "./queries.ts";

// A resolution of which nothing comes was decided for the drawer.
const broken = async (ctx: Context): Promise<readonly Break[]> => {
  const all = await listResolutions(ctx);
  const barren = await withoutThread(
    ctx,
    "resolution",
    all.map(({ id }) => id),
    "to",
  );
  return all
    .filter(({ id }) => barren.has(id))
    .map(({ id, title, label }) => ({
      id,
      title: `${label}: ${title}`,
      path: paths.resolution(label),
      why: say(ctx)("nothingCame"),
    }))
    .slice(0, 100);
};

const resolution: Traceable = {
  kind: "resolution",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => nameResolutions(ctx, ids as readonly ResolutionId[]),
  find: searchResolutions,
  broken,
};

export const resolutions: Module = {
  name: "consortium/resolutions",
  pages: { [paths.resolutions]: pages },
  traceables: [resolution],
  search: async (ctx, words) =>
    (await searchResolutions(ctx, words)).map(({ title, path }) => ({
      kind: say(ctx)("noun"),
      title,
      href: path,
      text: "",
      rank: 1,
    })),
};
