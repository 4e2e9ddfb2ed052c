import type { Module } from "#core/module.ts";
import { paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { accessibility, legalNotice, privacy } from "./pages.tsx";

export const contentLegal: Module = {
  name: "content/legal",
  pages: { [paths.legalNotice]: legalNotice, [paths.privacy]: privacy, [paths.accessibility]: accessibility },
  footer: (ctx) => [
    { href: paths.accessibility, label: say(ctx)("accessibility"), rank: 80 },
    { href: paths.privacy, label: say(ctx)("privacy"), rank: 81 },
    { href: paths.legalNotice, label: say(ctx)("notice"), rank: 82 },
  ],
};
