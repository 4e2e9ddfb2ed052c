import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const participationPiles: Module = {
  name: "participation/piles",
  pages: { [paths.officeBallots]: pages },
};
