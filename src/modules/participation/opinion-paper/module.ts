import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const opinionPaper: Module = {
  name: "participation/opinion-paper",
  pages: { [paths.officeAllRounds]: pages },
};
