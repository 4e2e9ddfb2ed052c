import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const settings: Module = {
  name: "shifts/settings",
  pages: { [paths.plans]: pages },
};
