import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";
import { findingsTraced, releasesTraced } from "./queries.ts";

export const surveysResults: Module = {
  name: "surveys/results",
  pages: { [paths.listing]: pages },
  traceables: [findingsTraced, releasesTraced],
};
