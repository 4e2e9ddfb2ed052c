import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysReleaseDrafts: Module = {
  name: "surveys/release-drafts",
  pages: { [paths.register]: pages },
};
