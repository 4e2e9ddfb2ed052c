import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const procedureOffice: Module = {
  name: "consortium/procedure-office",
  pages: { [paths.officeRules]: pages },
};
