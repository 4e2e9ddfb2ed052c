import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const surveysEarlier: Module = { name: "surveys/earlier", seed };
