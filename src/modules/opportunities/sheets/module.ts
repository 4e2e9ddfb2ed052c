import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { pages } from "./pages.tsx";

export const opportunitiesSheets: Module = { name: "opportunities/sheets", pages: { [paths.list]: pages } };
