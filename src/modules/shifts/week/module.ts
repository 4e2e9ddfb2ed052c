import type { Module } from "#core/module.ts";
import { say } from "#modules/shifts/board/messages.ts";
import { writesPlans } from "#modules/shifts/board/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { plans, week } from "./pages.tsx";

export const shiftWeek: Module = {
  name: "shifts/week",
  pages: { [paths.week]: week, [paths.plans]: plans },
  officeMenu: (ctx) =>
    may.planAll(ctx) ? [{ href: paths.week, label: say(ctx)("weekMenu"), rank: 36 }] : [],
  mineMenu: (ctx) =>
    writesPlans(ctx) ? [{ href: paths.plans, label: say(ctx)("plansMenu"), rank: 41 }] : [],
};
