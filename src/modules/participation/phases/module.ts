import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const phases: Module = { name: "participation/phases", jobs };
