import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { officePages, ownPages } from "./pages.tsx";

export const profile: Module = {
  name: "people/profile",
  pages: { [paths.people]: officePages, [paths.myData]: ownPages },
};
