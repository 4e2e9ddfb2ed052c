import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { say } from "./messages.ts";
import { officePages, pages } from "./pages.tsx";

export const organizationsGaps: Module = {
  name: "organizations/gaps",
  pages: { [paths.gaps]: pages, [paths.officeGaps]: officePages },
  officeMenu: (ctx) => (may.add(ctx) ? [{ href: paths.officeGaps, label: say(ctx)("menu"), rank: 56 }] : []),
};
