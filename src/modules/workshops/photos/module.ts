import type { Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { pages } from "./pages.tsx";

export const photos: Module = { name: "workshops/photos", pages: { [paths.register]: pages } };
