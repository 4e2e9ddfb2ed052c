import type { Module } from "#core/module.ts";
import { forgetPerson } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { officePages } from "./pages.tsx";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import { tellPerson } from "./profile/queries.ts";
import { seed } from "./seed.ts";

export const people: Module = {
  name: "people",
  pages: { [paths.people]: officePages },
  officeMenu: (ctx) => (may.browse(ctx) ? [{ href: paths.people, label: say(ctx)("menu"), rank: 20 }] : []),
  mineMenu: (ctx) => [
    { href: paths.myData, label: say(ctx)("myData"), rank: 80 },
    { href: paths.myConsents, label: say(ctx)("myConsents"), rank: 81 },
    { href: paths.looks, label: say(ctx)("myLooks"), rank: 82 },
    { href: paths.claim, label: say(ctx)("claim"), rank: 84 },
    { href: paths.security, label: say(ctx)("mySecurity"), rank: 83 },
  ],
  jobs,
  seed,
  personalData: { show: tellPerson, erase: forgetPerson },
};
