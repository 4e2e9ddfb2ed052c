import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { say } from "./messages.ts";
import { datasets } from "./open-data.ts";
import { pages } from "./pages.tsx";

export const listing: Module = {
  name: "participation/listing",
  pages: { [paths.listing]: pages },
  menu: (ctx) => [{ href: paths.listing, label: say(ctx)("menu"), rank: 35 }],
  datasets,
};
