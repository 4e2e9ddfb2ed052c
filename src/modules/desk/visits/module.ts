import type { Module } from "#core/module.ts";
import { pages } from "./pages.tsx";

export const visits: Module = { name: "desk/visits", pages: { "/termin": pages } };
