import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysPublishing: Module = { name: "surveys/publishing", pages: { [paths.register]: pages } };
