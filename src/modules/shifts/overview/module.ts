import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const overview: Module = {
  name: "shifts/overview",
  pages: { [paths.plans]: pages },
};
