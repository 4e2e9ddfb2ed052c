import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const amendment: Module = { name: "strategy/amendment", pages: { [paths.amendments]: pages } };
