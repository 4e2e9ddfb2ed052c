import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const moderation: Module = { name: "participation/moderation", pages: { [paths.listing]: pages } };
