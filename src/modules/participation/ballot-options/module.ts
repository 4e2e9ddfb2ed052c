import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const ballotOptions: Module = {
  name: "participation/ballot-options",
  pages: { [paths.officeBallots]: pages },
};
