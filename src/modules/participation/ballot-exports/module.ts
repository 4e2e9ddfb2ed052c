import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const ballotExports: Module = {
  name: "participation/ballot-exports",
  pages: { [paths.ballots]: pages },
};
