import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const paragraph: Module = { name: "strategy/paragraph", pages: { [paths.front]: pages } };
