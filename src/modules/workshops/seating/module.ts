import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const seating: Module = { name: "workshops/seating", pages: { [paths.register]: pages } };
