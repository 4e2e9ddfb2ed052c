import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const ballotOffice: Module = {
  name: "participation/ballot-office",
  pages: { [paths.officeBallots]: pages },
  officeMenu: (ctx) =>
    may.run(ctx) ? [{ href: paths.officeBallots, label: say(ctx)("menu"), rank: 95 }] : [],
};
