import type { Module } from "#core/module.ts";
import { seed } from "./seed.ts";

/** Its rooms (directory, profile, imports …) hand in their own pages. */
export const organizations: Module = { name: "organizations", seed };
