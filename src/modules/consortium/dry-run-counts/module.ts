import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const dryRunCounts: Module = {
  name: "consortium/dry-run-counts",
  pages: { [paths.dryRunCounts]: pages },
};
