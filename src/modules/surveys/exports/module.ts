import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysExports: Module = { name: "surveys/exports", pages: { [paths.register]: pages } };
