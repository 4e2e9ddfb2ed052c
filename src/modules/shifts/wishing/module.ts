import type { Module } from "#core/module.ts";
import { pages } from "./pages.tsx";

export const wishing: Module = { name: "shifts/wishing", pages: { "/angebote": pages } };
