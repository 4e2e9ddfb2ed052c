import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { jobs } from "./jobs.ts";
import { pages } from "./pages.tsx";

export const organizationsImports: Module = {
  name: "organizations/imports",
  pages: { [paths.imports]: pages },
  jobs,
};
