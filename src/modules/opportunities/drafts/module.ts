import type { Module } from "#core/module.ts";
import { manage } from "#modules/opportunities/paths.ts";
import { pagesOf } from "./pages.tsx";

export const drafts: Module = {
  name: "opportunities/drafts",
  pages: { [manage.mine.list]: pagesOf("mine"), [manage.office.list]: pagesOf("office") },
};
