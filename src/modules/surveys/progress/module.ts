import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { jobs } from "./jobs.ts";
import { pages } from "./pages.tsx";

export const surveysProgress: Module = {
  name: "surveys/progress",
  pages: { [paths.register]: pages },
  jobs,
};
