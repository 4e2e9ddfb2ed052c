import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const renewals: Module = { name: "strategy/renewals", jobs };
