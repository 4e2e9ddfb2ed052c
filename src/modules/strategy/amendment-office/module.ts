import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const amendmentOffice: Module = {
  name: "strategy/amendment-office",
  pages: { [paths.officeAmendments]: pages },
};
