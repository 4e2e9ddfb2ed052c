import type { Module } from "#core/module.ts";
import { paths } from "#modules/organizations/paths.ts";
import { pages } from "./pages.tsx";
import { seed } from "./seed.ts";

export const organizationsMap: Module = { name: "organizations/map", pages: { [paths.map]: pages }, seed };
