import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysConversions: Module = { name: "surveys/conversions", pages: { [paths.register]: pages } };
