import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const weekly: Module = { name: "shifts/weekly", seed };
