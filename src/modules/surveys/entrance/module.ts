import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysEntrance: Module = { name: "surveys/entrance", pages: { [paths.listing]: pages } };
