import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const working: Module = { name: "network/working", seed };
