import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const years: Module = { name: "consortium/years", seed };
