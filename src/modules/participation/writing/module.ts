import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const writing: Module = { name: "participation/writing", pages: { [paths.listing]: pages } };
