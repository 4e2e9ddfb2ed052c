import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { forgetReasons } from "./commands.ts";
import { pages } from "./pages.tsx";
import { tellReasons } from "./queries.ts";

export const reasons: Module = {
  name: "participation/reasons",
  pages: { [paths.listing]: pages },
  personalData: {
    show: async (ctx, person) => ({ reasons: await tellReasons(ctx, person) }),
    erase: forgetReasons,
  },
};
