import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";
import { searchSurveys } from "./queries.ts";

export const surveysListing: Module = {
  name: "surveys/listing",
  pages: { [paths.listing]: pages },
  search: searchSurveys,
};
