import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const settings: Module = { name: "workshops/settings", pages: { [paths.register]: pages } };
