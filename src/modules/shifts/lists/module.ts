import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const lists: Module = { name: "shifts/lists", pages: { [paths.plans]: pages } };
