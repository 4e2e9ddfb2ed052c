import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysTrial: Module = { name: "surveys/trial", pages: { [paths.register]: pages } };
