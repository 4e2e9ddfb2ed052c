import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const reportsPrinting: Module = { name: "reports/printing", jobs };
