import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const surveysProtection: Module = { name: "surveys/protection", jobs };
