import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const participationPileCounts: Module = {
  name: "participation/pile-counts",
  pages: { [paths.officeBallots]: pages },
};
