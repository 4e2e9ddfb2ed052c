import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const agendaItem: Module = {
  name: "consortium/agenda-item",
  pages: { [paths.officeMeetings]: pages },
};
