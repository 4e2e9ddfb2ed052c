import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const procedureRules: Module = { name: "consortium/procedure-rules", pages: { [paths.rules]: pages } };
