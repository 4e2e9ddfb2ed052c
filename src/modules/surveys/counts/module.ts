import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysCounts: Module = { name: "surveys/counts", pages: { [paths.register]: pages } };
