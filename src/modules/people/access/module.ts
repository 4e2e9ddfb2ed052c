import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { accessPages } from "./pages.tsx";

export const access: Module = { name: "people/access", pages: { [paths.people]: accessPages } };
