import type { Module } from "#core/module.ts";
import { pages } from "./pages.tsx";

export const questions: Module = { name: "opportunities/questions", pages: { "/helfen": pages } };
