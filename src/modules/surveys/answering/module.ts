import type { Module } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { pages } from "./pages.tsx";

export const surveysAnswering: Module = { name: "surveys/answering", pages: { [paths.listing]: pages } };
