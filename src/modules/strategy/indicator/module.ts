import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const indicator: Module = { name: "strategy/indicator", pages: { [paths.front]: pages } };
