import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const attendance: Module = {
  name: "consortium/attendance",
  pages: { [paths.officeMeetings]: pages },
};
