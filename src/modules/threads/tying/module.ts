import type { Module } from "#core/module.ts";
import { paths } from "#modules/threads/paths.ts";
import { pages } from "./pages.tsx";

export const tying: Module = { name: "threads/tying", pages: { [paths.officeRoot]: pages } };
