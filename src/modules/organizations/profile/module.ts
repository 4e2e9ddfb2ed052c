import type { Module } from "#core/module.ts";
import { edit } from "#modules/organizations/paths.ts";
import { say } from "./messages.ts";
import { minePages, officePages } from "./pages.tsx";

export const organizationsProfile: Module = {
  name: "organizations/profile",
  pages: { [edit.mine.list]: minePages, [edit.office.list]: officePages },
  mineMenu: ({ actor, language }) =>
    actor.kind === "person" && actor.grants.some(({ organizationId }) => organizationId !== null)
      ? [{ href: edit.mine.list, label: say({ language })("yours"), rank: 30 }]
      : [],
};
