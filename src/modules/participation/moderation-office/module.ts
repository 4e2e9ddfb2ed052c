import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const moderationOffice: Module = {
  name: "participation/moderation-office",
  pages: { [paths.register]: pages },
};
