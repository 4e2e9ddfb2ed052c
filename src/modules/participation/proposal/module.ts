import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const proposal: Module = { name: "participation/proposal", pages: { [paths.listing]: pages } };
