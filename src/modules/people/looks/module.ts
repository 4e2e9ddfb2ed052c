import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { looksPages } from "./pages.tsx";

export const looks: Module = { name: "people/looks", pages: { [paths.looks]: looksPages } };
