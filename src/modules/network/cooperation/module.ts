import type { Module } from "#core/module.ts";
import { paths } from "#modules/network/paths.ts";
import { pages } from "./pages.tsx";
import { profilePartOf } from "./queries.ts";

export const cooperation: Module = {
  name: "network/cooperation",
  pages: { [`${paths.picture}/zusammenarbeit`]: pages },
  profile: profilePartOf,
};
