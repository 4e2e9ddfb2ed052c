import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const hosting: Module = { name: "workshops/hosting", pages: { [paths.register]: pages } };
