import type { Module } from "#core/module.ts";
import { paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const contentHelp: Module = {
  name: "content/help",
  pages: { [paths.help]: pages },
  footer: (ctx) => [{ href: paths.help, label: say(ctx)("help"), rank: 40 }],
};
