import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const voting: Module = { name: "participation/voting", pages: { [paths.ballots]: pages } };
