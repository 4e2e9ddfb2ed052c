import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { pages } from "./pages.tsx";

export const imports: Module = { name: "opportunities/imports", pages: { [paths.imports]: pages } };
