import type { Module } from "#core/module.ts";
import { manage } from "#modules/opportunities/paths.ts";
import { jobs } from "./jobs.ts";
import { pagesOf } from "./pages.tsx";
import { seed } from "./seed.ts";

export const publications: Module = {
  name: "opportunities/publications",
  pages: { [manage.mine.list]: pagesOf("mine"), [manage.office.list]: pagesOf("office") },
  jobs,
  seed,
};
