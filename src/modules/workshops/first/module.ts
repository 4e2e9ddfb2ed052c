import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const first: Module = { name: "workshops/first", seed };
