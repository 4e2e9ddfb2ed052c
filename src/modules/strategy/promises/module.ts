import type { Module } from "#core/module.ts";
import { ownOrganizations } from "#modules/strategy/commitments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { say } from "#modules/strategy/promise-form/messages.ts";
import { minePages, officePages, typingPages } from "./pages.tsx";

export const promises: Module = {
  name: "strategy/promises",
  pages: {
    [paths.officeCommitments]: officePages,
    [paths.officeMeasures]: typingPages,
    [paths.mine]: minePages,
  },
  mineMenu: (ctx) =>
    ownOrganizations(ctx).length > 0 ? [{ href: paths.mine, label: say(ctx)("ownHeading"), rank: 45 }] : [],
};
