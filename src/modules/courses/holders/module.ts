import type { Module } from "#core/module.ts";
import { paths } from "#modules/courses/paths.ts";
import { tellHeld } from "#modules/courses/qualifications/queries.ts";
import { paths as people } from "#modules/people/paths.ts";
import { forgetHeld } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { minePages, officePages } from "./pages.tsx";

export const holders: Module = {
  name: "courses/holders",
  pages: { [paths.mine]: minePages, [people.people]: officePages },
  mineMenu: (ctx) =>
    ctx.actor.kind === "person" ? [{ href: paths.mine, label: say(ctx)("menu"), rank: 45 }] : [],
  jobs,
  personalData: {
    show: async (ctx, person) => ({ qualifications: await tellHeld(ctx, person) }),
    erase: forgetHeld,
  },
};
