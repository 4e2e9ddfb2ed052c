import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const staffing: Module = {
  name: "shifts/staffing",
  pages: { [paths.plans]: pages },
};
