import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const secrecy: Module = { name: "participation/secrecy", pages: { [paths.ballots]: pages } };
