import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const projectOffice: Module = {
  name: "participation/project-office",
  pages: { [paths.register]: pages },
};
