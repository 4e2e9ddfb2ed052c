import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const ballotListing: Module = {
  name: "participation/ballot-listing",
  pages: { [paths.ballots]: pages },
};
