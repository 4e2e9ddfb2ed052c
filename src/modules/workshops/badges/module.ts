import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const badges: Module = { name: "workshops/badges", pages: { [paths.register]: pages } };
