import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysOnePage: Module = { name: "surveys/one-page", pages: { [paths.register]: pages } };
