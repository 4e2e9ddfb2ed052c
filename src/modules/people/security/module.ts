import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { securityPages } from "./pages.tsx";

export const security: Module = { name: "people/security", pages: { [paths.security]: securityPages } };
