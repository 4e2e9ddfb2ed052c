import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const improving: Module = { name: "participation/improving", pages: { [paths.listing]: pages } };
