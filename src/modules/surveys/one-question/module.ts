import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysOneQuestion: Module = {
  name: "surveys/one-question",
  pages: { [paths.register]: pages },
};
