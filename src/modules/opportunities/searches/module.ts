import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { eraseSearches } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { listSearchesOf } from "./queries.ts";
import { seed } from "./seed.ts";

export const searches: Module = {
  name: "opportunities/searches",
  pages: { [paths.mySearches]: pages },
  mineMenu: (ctx) =>
    ctx.actor.kind === "person" ? [{ href: paths.mySearches, label: say(ctx)("menu"), rank: 32 }] : [],
  jobs,
  personalData: {
    show: async (ctx, person) => ({ searches: await listSearchesOf(ctx, person) }),
    erase: eraseSearches,
  },
  seed,
};
