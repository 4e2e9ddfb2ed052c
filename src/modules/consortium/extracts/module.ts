import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const extracts: Module = { name: "consortium/extracts", pages: { [paths.meetings]: pages } };
