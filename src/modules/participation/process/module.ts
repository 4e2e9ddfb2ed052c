import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";
import { processTraceable, searchProcesses } from "./queries.ts";

export const process: Module = {
  name: "participation/process",
  pages: { [paths.listing]: pages },
  search: searchProcesses,
  traceables: [processTraceable],
};
