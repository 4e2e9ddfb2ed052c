import type { Module } from "#core/module.ts";
import { pages } from "./pages.tsx";

export const answers: Module = { name: "opportunities/answers", pages: { "/anfrage": pages } };
