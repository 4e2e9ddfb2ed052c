import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { pages } from "./pages.tsx";

export const reasons: Module = { name: "opportunities/reasons", pages: { [paths.suggestions]: pages } };
