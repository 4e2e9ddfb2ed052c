import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const drafting: Module = { name: "participation/drafting", pages: { [paths.register]: pages } };
