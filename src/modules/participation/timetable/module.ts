import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const timetable: Module = { name: "participation/timetable", pages: { [paths.register]: pages } };
