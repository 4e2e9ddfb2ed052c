import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const dryRun: Module = { name: "consortium/dry-run", pages: { [paths.dryRun]: pages } };
