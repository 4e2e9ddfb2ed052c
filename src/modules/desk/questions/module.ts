import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const questions: Module = {
  name: "desk/questions",
  pages: { [paths.ask]: pages },
  menu: (ctx) => [{ href: paths.ask, label: say(ctx)("menu"), rank: 80 }],
};
