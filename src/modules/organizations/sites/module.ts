import type { Module } from "#core/module.ts";
import { edit } from "#modules/organizations/paths.ts";
import { pagesAt } from "./pages.tsx";

export const organizationsSites: Module = {
  name: "organizations/sites",
  pages: { [edit.mine.list]: pagesAt("mine"), [edit.office.list]: pagesAt("office") },
};
