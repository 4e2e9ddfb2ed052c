import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const editing: Module = {
  name: "shifts/editing",
  pages: { [paths.plans]: pages },
};
