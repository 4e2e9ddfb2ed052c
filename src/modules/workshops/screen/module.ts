import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const screen: Module = { name: "workshops/screen", pages: { [paths.listing]: pages } };
