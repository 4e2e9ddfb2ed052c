import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const meetingOffice: Module = {
  name: "consortium/meeting-office",
  pages: { [paths.officeMeetings]: pages },
};
