import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const placing: Module = {
  name: "shifts/placing",
  pages: { [paths.plans]: pages },
};
