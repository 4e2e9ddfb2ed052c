import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const planning: Module = { name: "workshops/planning", pages: { [paths.register]: pages } };
