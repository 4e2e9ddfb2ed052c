import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const minutesOffice: Module = {
  name: "consortium/minutes-office",
  pages: { [paths.officeMeetings]: pages },
};
