import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const drafting: Module = { name: "strategy/drafting", pages: { [paths.officeVersions]: pages } };
