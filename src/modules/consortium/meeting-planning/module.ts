import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const meetingPlanning: Module = {
  name: "consortium/meeting-planning",
  pages: { [paths.officeMeetings]: pages },
};
