import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { claimPages, codePages } from "./pages.tsx";

export const files: Module = {
  name: "people/files",
  pages: { [paths.claim]: claimPages, [paths.people]: codePages },
};
