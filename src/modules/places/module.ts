import type { Module } from "#core/module.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";

export const places: Module = {
  name: "places",
  pages: { [paths.settings]: pages },
  officeMenu: (ctx) => (may.change(ctx) ? [{ href: paths.settings, label: say(ctx)("menu"), rank: 90 }] : []),
};
