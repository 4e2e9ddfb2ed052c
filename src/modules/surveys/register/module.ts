import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { may } from "#modules/surveys/policy.ts";
import { writesSurveys } from "#modules/surveys/queries.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const surveysRegister: Module = {
  name: "surveys/register",
  pages: { [paths.register]: pages },
  jobs,
  officeMenu: (ctx) =>
    may.writeForTown(ctx) ? [{ href: paths.register, label: say(ctx)("menu"), rank: 58 }] : [],
  mineMenu: (ctx) =>
    writesSurveys(ctx) ? [{ href: paths.register, label: say(ctx)("menu"), rank: 42 }] : [],
};
