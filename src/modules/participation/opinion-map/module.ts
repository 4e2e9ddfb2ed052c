import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const opinionMap: Module = {
  name: "participation/opinion-map",
  pages: { [paths.rounds]: pages },
};
