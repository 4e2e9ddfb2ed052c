import type { Module } from "#core/module.ts";
import { say } from "#modules/reports/editing/messages.ts";
import { paths } from "#modules/reports/paths.ts";
import { may } from "#modules/reports/policy.ts";
import { pages } from "./pages.tsx";

export const reportsRegister: Module = {
  name: "reports/register",
  pages: { [paths.register]: pages },
  officeMenu: (ctx) =>
    may.write(ctx) ? [{ href: paths.register, label: say(ctx)("heading"), rank: 62 }] : [],
};
