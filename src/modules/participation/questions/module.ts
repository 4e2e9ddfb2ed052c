import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const questions: Module = {
  name: "participation/questions",
  pages: { [paths.listing]: pages },
};
