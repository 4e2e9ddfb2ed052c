import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const measureOffice: Module = {
  name: "strategy/measure-office",
  pages: { [paths.officeMeasures]: pages },
};
