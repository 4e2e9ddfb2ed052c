import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const indicatorOffice: Module = {
  name: "strategy/indicator-office",
  pages: { [paths.indicators]: pages },
};
