import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const proposalListing: Module = {
  name: "participation/proposal-listing",
  pages: { [paths.listing]: pages },
};
