import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { forgetSupports } from "./commands.ts";
import { pages } from "./pages.tsx";
import { tellSupports } from "./queries.ts";

export const supports: Module = {
  name: "participation/supports",
  pages: { [paths.listing]: pages },
  personalData: {
    show: async (ctx, person) => ({ supports: await tellSupports(ctx, person) }),
    erase: forgetSupports,
  },
};
