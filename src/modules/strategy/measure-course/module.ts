import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const measureCourse: Module = {
  name: "strategy/measure-course",
  pages: { [paths.officeMeasures]: pages },
};
