import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const packageOffice: Module = {
  name: "strategy/package-office",
  pages: { [paths.officePackages]: pages },
};
