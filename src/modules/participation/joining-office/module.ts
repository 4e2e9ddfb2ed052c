import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const joiningOffice: Module = {
  name: "participation/joining-office",
  pages: { [paths.register]: pages },
};
