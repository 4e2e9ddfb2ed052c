import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const negotiation: Module = { name: "strategy/negotiation", seed };
