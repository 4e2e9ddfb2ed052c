import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { officePages, publicPages } from "./pages.tsx";

export const themes: Module = {
  name: "workshops/themes",
  pages: { [paths.register]: officePages, [paths.listing]: publicPages },
};
