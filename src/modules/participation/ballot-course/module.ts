import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";

export const ballotCourse: Module = { name: "participation/ballot-course", jobs };
