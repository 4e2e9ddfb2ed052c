import type { Module } from "#core/module.ts";
import { paths } from "#modules/network/paths.ts";
import { pages } from "./pages.tsx";

export const cooperation: Module = {
  name: "network/cooperation",
  pages: { [`${paths.picture}/zusammenarbeit`]: pages },
};
