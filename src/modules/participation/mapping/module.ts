import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const mapping: Module = { name: "participation/mapping", jobs };
