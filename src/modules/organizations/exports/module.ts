import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { datasets } from "./open-data.ts";
import { pages } from "./pages.ts";

export const organizationsExports: Module = {
  name: "organizations/exports",
  pages: { [paths.table]: pages },
  datasets,
};
