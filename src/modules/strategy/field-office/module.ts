import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { pages } from "./pages.tsx";

export const fieldOffice: Module = { name: "strategy/field-office", pages: { [paths.fields]: pages } };
