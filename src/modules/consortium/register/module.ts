import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const register: Module = {
  name: "consortium/register",
  pages: { [paths.register]: pages },
  officeMenu: (ctx) => (may.run(ctx) ? [{ href: paths.register, label: say(ctx)("heading"), rank: 60 }] : []),
};
