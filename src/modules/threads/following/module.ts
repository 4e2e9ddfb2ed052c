import type { Module } from "#core/module.ts";
import { paths } from "#modules/threads/paths.ts";
import { pages } from "./pages.tsx";

export const following: Module = { name: "threads/following", pages: { [paths.root]: pages } };
