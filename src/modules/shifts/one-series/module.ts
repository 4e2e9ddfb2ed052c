import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const oneSeries: Module = { name: "shifts/one-series", pages: { [paths.plans]: pages } };
