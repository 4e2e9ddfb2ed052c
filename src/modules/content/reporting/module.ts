import type { Module } from "#core/module.ts";
import { paths } from "#modules/content/paths.ts";
import { desk } from "./pages.tsx";

export const contentReporting: Module = { name: "content/reporting", pages: { [paths.deskNews]: desk } };
