import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const festival: Module = { name: "shifts/festival", seed };
