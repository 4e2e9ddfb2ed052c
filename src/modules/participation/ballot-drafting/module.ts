import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const ballotDrafting: Module = {
  name: "participation/ballot-drafting",
  pages: { [paths.officeBallots]: pages },
};
