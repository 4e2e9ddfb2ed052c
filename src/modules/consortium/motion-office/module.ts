import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { itemPages, motionPages } from "./pages.tsx";

export const motionOffice: Module = {
  name: "consortium/motion-office",
  pages: { [`${paths.register}/antraege`]: motionPages, [paths.officeMeetings]: itemPages },
};
