import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const running: Module = {
  name: "consortium/running",
  pages: { [paths.officeMeetings]: pages },
};
