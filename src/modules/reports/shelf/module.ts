import type { Module } from "#core/module.ts";
import { paths } from "#modules/reports/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { reportsTraced } from "./queries.ts";

export const reportsShelf: Module = {
  name: "reports/shelf",
  pages: { [paths.shelf]: pages },
  footer: (ctx) => [{ href: paths.shelf, label: say(ctx)("heading"), rank: 40 }],
  traceables: [reportsTraced],
};
