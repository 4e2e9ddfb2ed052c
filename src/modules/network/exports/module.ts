import type { Module } from "#core/module.ts";
import { paths } from "#modules/network/paths.ts";
import { datasets } from "./open-data.ts";
import { pages } from "./pages.tsx";

export const exports: Module = {
  name: "network/exports",
  pages: { [paths.data("").replace(/\/$/u, "")]: pages },
  datasets,
};
