import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const wall: Module = { name: "consortium/wall", pages: { [`${paths.mine}/sitzungen`]: pages } };
