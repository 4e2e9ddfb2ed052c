import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const series: Module = { name: "shifts/series", jobs };
