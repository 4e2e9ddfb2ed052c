import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const fundOffice: Module = {
  name: "participation/fund-office",
  pages: { [paths.register]: pages },
};
