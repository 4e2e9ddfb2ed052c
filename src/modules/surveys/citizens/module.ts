import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

export const surveysCitizens: Module = { name: "surveys/citizens", seed };
