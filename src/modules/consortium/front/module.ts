import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const front: Module = {
  name: "consortium/front",
  pages: { [paths.front]: pages },
  footer: (ctx) => [{ href: paths.front, label: say(ctx)("menu"), rank: 60 }],
};
