import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const square: Module = { name: "participation/square", seed };
