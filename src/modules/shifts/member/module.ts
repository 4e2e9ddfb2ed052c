import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const member: Module = { name: "shifts/member", pages: { [paths.plans]: pages } };
