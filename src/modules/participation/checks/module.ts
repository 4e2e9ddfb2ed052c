import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const checks: Module = {
  name: "participation/checks",
  pages: { [paths.register]: pages },
};
