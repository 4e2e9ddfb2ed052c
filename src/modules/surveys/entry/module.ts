import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysEntry: Module = { name: "surveys/entry", pages: { [paths.register]: pages } };
