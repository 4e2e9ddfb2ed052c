import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const imports: Module = { name: "shifts/imports", pages: { [paths.plans]: pages } };
