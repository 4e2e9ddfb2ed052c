import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const amending: Module = { name: "strategy/amending", pages: { [paths.amendments]: pages } };
