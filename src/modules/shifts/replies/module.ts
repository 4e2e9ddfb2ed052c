import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { jobs } from "./jobs.ts";
import { pages } from "./pages.tsx";

export const replies: Module = { name: "shifts/replies", pages: { [paths.mine]: pages }, jobs };
