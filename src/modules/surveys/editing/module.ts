import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysEditing: Module = { name: "surveys/editing", pages: { [paths.register]: pages } };
