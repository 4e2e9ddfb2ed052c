import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const receipts: Module = { name: "participation/receipts", pages: { [paths.ballots]: pages } };
