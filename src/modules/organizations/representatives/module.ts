import type { Module } from "#core/module.ts";
import { edit } from "#modules/organizations/paths.ts";
import { invitationPages, pagesAt } from "./pages.tsx";

export const organizationsRepresentatives: Module = {
  name: "organizations/representatives",
  pages: {
    [edit.mine.list]: pagesAt("mine"),
    [edit.office.list]: pagesAt("office"),
    "/einladung": invitationPages,
  },
};
