import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { pages } from "./pages.tsx";

export const organizationsDoubles: Module = {
  name: "organizations/doubles",
  pages: { [paths.doubles]: pages },
};
