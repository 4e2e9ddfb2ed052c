import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const hall: Module = { name: "workshops/hall", pages: { [paths.listing]: pages } };
