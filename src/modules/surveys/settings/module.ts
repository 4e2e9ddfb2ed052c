import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysSettings: Module = { name: "surveys/settings", pages: { [paths.register]: pages } };
