import type { Module } from "#core/module.ts";
import { paths } from "#modules/network/paths.ts";
import { minePages, officePages } from "./pages.tsx";

export const tie: Module = {
  name: "network/tie",
  pages: { [paths.ties]: minePages, [paths.officeTies]: officePages },
};
