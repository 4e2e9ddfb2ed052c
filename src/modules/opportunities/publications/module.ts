import { isStaff } from "#core/actor.ts";
import type { Module } from "#core/module.ts";
import { manage } from "#modules/opportunities/paths.ts";
import { managedBy } from "#modules/opportunities/queries.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { pagesOf } from "./pages.tsx";
import { seed } from "./seed.ts";

export const publications: Module = {
  name: "opportunities/publications",
  pages: { [manage.mine.list]: pagesOf("mine"), [manage.office.list]: pagesOf("office") },
  officeMenu: (ctx) =>
    isStaff(ctx.actor) ? [{ href: manage.office.list, label: say(ctx)("menuOffice"), rank: 50 }] : [],
  mineMenu: (ctx) =>
    managedBy(ctx)?.length ? [{ href: manage.mine.list, label: say(ctx)("menuMine"), rank: 40 }] : [],
  jobs,
  seed,
};
