import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const seriesList: Module = { name: "shifts/series-list", pages: { [paths.plans]: pages } };
