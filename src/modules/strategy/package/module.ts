import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const strategyPackage: Module = { name: "strategy/package", pages: { [paths.packages]: pages } };
