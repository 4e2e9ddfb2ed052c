import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysPromises: Module = { name: "surveys/promises", pages: { [paths.listing]: pages } };
