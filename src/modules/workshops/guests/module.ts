import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const guests: Module = { name: "workshops/guests", pages: { [paths.door]: pages } };
