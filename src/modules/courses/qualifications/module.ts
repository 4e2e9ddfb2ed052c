import type { Module } from "#core/module.ts";
import { paths } from "#modules/courses/paths.ts";
import { may } from "#modules/courses/policy.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { seed } from "./seed.ts";

export const qualifications: Module = {
  name: "courses/qualifications",
  pages: { [paths.list]: pages },
  officeMenu: (ctx) => (may.keep(ctx) ? [{ href: paths.list, label: say(ctx)("menu"), rank: 55 }] : []),
  seed,
};
