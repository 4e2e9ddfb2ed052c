import type { Module } from "#core/module.ts";
import { paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const contentEasy: Module = {
  name: "content/easy",
  pages: { [paths.easy]: pages },
  footer: (ctx) => [{ href: paths.easy, label: say(ctx)("menu"), rank: 79 }],
};
