import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysBlocks: Module = { name: "surveys/blocks", pages: { [paths.register]: pages } };
