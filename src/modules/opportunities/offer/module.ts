import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { pages } from "./pages.tsx";

export const offer: Module = { name: "opportunities/offer", pages: { [paths.list]: pages } };
