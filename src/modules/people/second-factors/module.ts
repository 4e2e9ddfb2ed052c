import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { secondFactorPages } from "./pages.tsx";

export const secondFactors: Module = {
  name: "people/second-factors",
  pages: { [paths.mySecondFactor]: secondFactorPages },
};
