import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysPaper: Module = { name: "surveys/paper", pages: { [paths.listing]: pages } };
