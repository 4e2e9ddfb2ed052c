import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { checks, pages } from "./pages.tsx";

export const recount: Module = {
  name: "participation/recount",
  pages: { [paths.ballots]: pages, "/pruefen": checks },
};
