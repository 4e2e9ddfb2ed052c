import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { jobs } from "./jobs.ts";
import { pages } from "./pages.tsx";

export const participationBallotLetters: Module = {
  name: "participation/ballot-letters",
  pages: { [paths.officeBallots]: pages },
  jobs,
};
