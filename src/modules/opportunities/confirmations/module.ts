import type { Module } from "#core/module.ts";
import { jobs } from "./jobs.ts";
import { pages } from "./pages.tsx";
import { seed } from "./seed.ts";

export const confirmations: Module = {
  name: "opportunities/confirmations",
  pages: { "/bestaetigen": pages },
  jobs,
  seed,
};
