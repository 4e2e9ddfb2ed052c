import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { may } from "#modules/desk/policy.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const appointments: Module = {
  name: "desk/appointments",
  pages: { [paths.appointments]: pages },
  officeMenu: (ctx) =>
    may.work(ctx) ? [{ href: paths.appointments, label: say(ctx)("heading"), rank: 30 }] : [],
  jobs,
};
