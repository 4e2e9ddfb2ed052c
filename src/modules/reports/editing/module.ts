import type { Module } from "#core/module.ts";
import { paths } from "#modules/reports/paths.ts";
import { pages } from "./pages.tsx";

export const reportsEditing: Module = { name: "reports/editing", pages: { [paths.register]: pages } };
