import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const organizationsNeeds: Module = {
  name: "organizations/needs",
  pages: { [paths.services]: pages },
  menu: (ctx) => [{ href: paths.services, label: say(ctx)("menu"), rank: 25 }],
};
