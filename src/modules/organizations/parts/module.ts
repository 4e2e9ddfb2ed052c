import type { Module } from "#core/module.ts";
import { edit } from "#modules/organizations/paths.ts";
import { pagesAt } from "./pages.tsx";

export const organizationsParts: Module = {
  name: "organizations/parts",
  pages: { [edit.mine.list]: pagesAt("mine"), [edit.office.list]: pagesAt("office") },
};
