import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const organizationsOffice: Module = {
  name: "organizations/office",
  pages: { [paths.office]: pages },
  officeMenu: (ctx) =>
    may.add(ctx)
      ? [
          { href: paths.office, label: say(ctx)("menu"), rank: 40 },
          { href: paths.imports, label: say(ctx)("imports"), rank: 80 },
        ]
      : [],
};
