import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const round: Module = { name: "participation/round", seed };
