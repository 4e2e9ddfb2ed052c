import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const resolutionList: Module = {
  name: "consortium/resolution-list",
  pages: { [paths.resolutions]: pages },
};
