import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const rollOffice: Module = {
  name: "participation/roll-office",
  pages: { [paths.officeBallots]: pages },
};
