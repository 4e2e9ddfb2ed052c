import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { pages } from "./pages.tsx";

export const callAnswers: Module = { name: "shifts/call-answers", pages: { [paths.callAnswers]: pages } };
