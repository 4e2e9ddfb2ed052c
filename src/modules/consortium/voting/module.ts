import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { pages } from "./pages.tsx";

export const voting: Module = { name: "consortium/voting", pages: { [`${paths.mine}/sitzungen`]: pages } };
