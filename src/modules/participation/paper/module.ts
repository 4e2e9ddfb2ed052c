import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const paper: Module = { name: "participation/paper", pages: { [paths.register]: pages } };
