import type { Module } from "#core/module.ts";
import { paths } from "#modules/strategy/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const front: Module = {
  name: "strategy/front",
  pages: { [paths.front]: pages },
  menu: (ctx) => [{ href: paths.front, label: say(ctx)("menu"), rank: 40 }],
};
