import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysTexts: Module = { name: "surveys/texts", pages: { [paths.register]: pages } };
