import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { listing, pages } from "./pages.tsx";

export const opinionOffice: Module = {
  name: "participation/opinion-office",
  pages: { [paths.register]: listing, [paths.officeAllRounds]: pages },
};
