import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const agendaOffice: Module = {
  name: "consortium/agenda-office",
  pages: { [paths.officeMeetings]: pages },
};
