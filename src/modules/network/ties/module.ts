import type { Module } from "#core/module.ts";
import { paths } from "#modules/network/paths.ts";
import { say } from "./messages.ts";
import { minePages, officePages } from "./pages.tsx";
import { mineOf, ownOrganizations } from "./queries.ts";

export const ties: Module = {
  name: "network/ties",
  pages: { [paths.ties]: minePages, [paths.officeTies]: officePages },
  mineMenu: (ctx) =>
    ownOrganizations(ctx).length > 0 ? [{ href: paths.ties, label: say(ctx)("heading"), rank: 30 }] : [],
  mine: mineOf,
};
