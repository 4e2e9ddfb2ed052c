import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const answerOffice: Module = {
  name: "participation/answer-office",
  pages: { [paths.register]: pages },
};
