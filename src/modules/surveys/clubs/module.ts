import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const surveysClubs: Module = { name: "surveys/clubs", seed };
