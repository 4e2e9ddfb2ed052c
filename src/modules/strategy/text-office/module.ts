import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const textOffice: Module = { name: "strategy/text-office", pages: { [paths.officeVersions]: pages } };
