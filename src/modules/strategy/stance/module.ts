import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const stance: Module = { name: "strategy/stance", pages: { [paths.packageStances]: pages } };
