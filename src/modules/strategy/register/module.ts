import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const register: Module = {
  name: "strategy/register",
  pages: { [paths.register]: pages },
  officeMenu: (ctx) => (may.run(ctx) ? [{ href: paths.register, label: say(ctx)("menu"), rank: 61 }] : []),
};
