import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { may } from "#modules/desk/policy.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const substitutions: Module = {
  name: "desk/substitutions",
  pages: { [paths.substitution]: pages },
  officeMenu: (ctx) =>
    may.work(ctx) ? [{ href: paths.substitution, label: say(ctx)("heading"), rank: 80 }] : [],
};
