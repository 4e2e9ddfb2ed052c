import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const document: Module = { name: "strategy/document", pages: { [paths.front]: pages } };
