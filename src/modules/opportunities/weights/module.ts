import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { say } from "./messages.ts";
import { officePages, publicPages } from "./pages.tsx";
import { may } from "./policy.ts";

export const weights: Module = {
  name: "opportunities/weights",
  pages: { "/helfen": publicPages, [paths.officeWeights]: officePages },
  officeMenu: (ctx) =>
    may.set(ctx) ? [{ href: paths.officeWeights, label: say(ctx)("menu"), rank: 85 }] : [],
};
