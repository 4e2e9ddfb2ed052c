import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysAtOnce: Module = { name: "surveys/at-once", pages: { [paths.listing]: pages } };
