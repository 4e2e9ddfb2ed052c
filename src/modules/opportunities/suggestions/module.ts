import type { Module } from "#core/module.ts";
import { pages } from "./pages.tsx";

export const suggestions: Module = { name: "opportunities/suggestions", pages: { "/helfen": pages } };
