import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const pinboard: Module = { name: "workshops/pinboard", pages: { [paths.register]: pages } };
