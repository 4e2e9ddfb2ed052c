import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const invitationOffice: Module = {
  name: "consortium/invitation-office",
  pages: { [paths.officeMeetings]: pages },
};
