import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const proposals: Module = {
  name: "shifts/proposals",
  pages: { [paths.plans]: pages },
};
