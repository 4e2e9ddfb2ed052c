import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const participationBlanks: Module = {
  name: "participation/blanks",
  pages: { [paths.officeBallots]: pages },
};
