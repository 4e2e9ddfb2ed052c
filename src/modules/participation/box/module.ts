import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const box: Module = { name: "participation/box", jobs };
