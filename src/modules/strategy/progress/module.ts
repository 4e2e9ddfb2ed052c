import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { datasets } from "./open-data.ts";
import { pages } from "./pages.tsx";

export const progress: Module = { name: "strategy/progress", pages: { [paths.front]: pages }, datasets };
