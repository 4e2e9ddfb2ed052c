import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { pages } from "./pages.tsx";

export const organizationsProfiles: Module = {
  name: "organizations/profiles",
  pages: { [paths.list]: pages },
};
