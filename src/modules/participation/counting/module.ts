import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { jobs } from "./jobs.ts";
import { pages } from "./pages.tsx";

export const participationCounting: Module = {
  name: "participation/counting",
  pages: { [paths.officeBallots]: pages },
  jobs,
};
