import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const meeting: Module = { name: "consortium/meeting", pages: { [paths.meetings]: pages } };
