import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";
import { seed } from "./seed.ts";

export const ballotResults: Module = {
  name: "participation/ballot-results",
  pages: { [paths.ballots]: pages },
  seed,
};
