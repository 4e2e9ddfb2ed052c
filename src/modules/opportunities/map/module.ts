import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { pages } from "./pages.tsx";

export const offersMap: Module = { name: "opportunities/map", pages: { [paths.map]: pages } };
