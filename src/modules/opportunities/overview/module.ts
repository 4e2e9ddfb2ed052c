import { isStaff } from "#core/actor.ts";
import type { Module } from "#core/module.ts";
import { manage } from "#modules/opportunities/paths.ts";
import { say } from "#modules/opportunities/publications/messages.ts";
import { managedBy } from "#modules/opportunities/queries.ts";
import { pagesOf } from "./pages.tsx";

export const overview: Module = {
  name: "opportunities/overview",
  pages: { [manage.mine.list]: pagesOf("mine"), [manage.office.list]: pagesOf("office") },
  officeMenu: (ctx) =>
    isStaff(ctx.actor) ? [{ href: manage.office.list, label: say(ctx)("menuOffice"), rank: 50 }] : [],
  mineMenu: (ctx) =>
    managedBy(ctx)?.length ? [{ href: manage.mine.list, label: say(ctx)("menuMine"), rank: 40 }] : [],
};
