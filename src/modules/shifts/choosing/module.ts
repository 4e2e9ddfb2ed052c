import type { Module } from "#core/module.ts";
import { pages } from "./pages.tsx";

export const choosing: Module = { name: "shifts/choosing", pages: { "/angebote": pages } };
