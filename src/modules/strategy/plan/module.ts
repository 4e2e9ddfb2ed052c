import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const plan: Module = { name: "strategy/plan", seed };
