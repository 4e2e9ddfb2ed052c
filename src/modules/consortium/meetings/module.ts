import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const meetings: Module = { name: "consortium/meetings", jobs };
