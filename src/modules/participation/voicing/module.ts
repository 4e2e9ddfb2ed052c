import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const voicing: Module = {
  name: "participation/voicing",
  pages: { [paths.rounds]: pages },
};
