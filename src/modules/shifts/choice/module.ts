import type { Module } from "#core/module.ts";
import { pages } from "./pages.tsx";

export const choice: Module = { name: "shifts/choice", pages: { "/angebote": pages } };
