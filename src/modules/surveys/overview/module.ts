import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysOverview: Module = { name: "surveys/overview", pages: { [paths.register]: pages } };
