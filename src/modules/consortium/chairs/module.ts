import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { officePages, profilePages } from "./pages.tsx";

export const chairs: Module = {
  name: "consortium/chairs",
  pages: { [paths.offices]: officePages, [paths.profile]: profilePages },
};
