import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const fundResults: Module = {
  name: "participation/fund-results",
  pages: { [paths.listing]: pages },
};
