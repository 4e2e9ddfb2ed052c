import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { pages, short } from "./pages.tsx";
import { searchNumber } from "./queries.ts";

export const opportunitiesPosters: Module = {
  name: "opportunities/posters",
  pages: { [paths.list]: pages, "/a": short },
  search: searchNumber,
};
