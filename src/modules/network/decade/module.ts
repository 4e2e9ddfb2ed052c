import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const decade: Module = { name: "network/decade", seed };
