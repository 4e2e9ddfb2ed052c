import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { pages } from "./pages.tsx";

export const listing: Module = { name: "opportunities/listing", pages: { [paths.list]: pages } };
