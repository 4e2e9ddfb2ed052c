import type { Module } from "#core/module.ts";
import { paths } from "#modules/network/paths.ts";
import { pages } from "./pages.tsx";

export const group: Module = { name: "network/group", pages: { [paths.groups]: pages } };
