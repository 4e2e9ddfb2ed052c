import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const rules: Module = { name: "shifts/rules", pages: { [paths.plans]: pages } };
