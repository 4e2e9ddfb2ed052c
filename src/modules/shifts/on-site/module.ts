import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const onSite: Module = { name: "shifts/on-site", pages: { [paths.plans]: pages } };
