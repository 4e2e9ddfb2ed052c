import type { Module } from "#core/module.ts";
import { paths } from "#modules/threads/paths.ts";
import { may } from "#modules/threads/policy.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const breaks: Module = {
  name: "threads/breaks",
  pages: { [paths.officeRoot]: pages },
  officeMenu: (ctx) => (may.tie(ctx) ? [{ href: paths.breaks, label: say(ctx)("menu"), rank: 63 }] : []),
  jobs,
};
