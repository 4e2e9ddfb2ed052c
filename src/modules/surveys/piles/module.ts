import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysPiles: Module = { name: "surveys/piles", pages: { [paths.register]: pages } };
