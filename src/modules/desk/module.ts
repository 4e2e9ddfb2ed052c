import type { Module } from "#core/module.ts";
import { say } from "./messages.ts";
import { worklist } from "./pages.tsx";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";

export const desk: Module = {
  name: "desk",
  pages: { [paths.worklist]: worklist },
  officeMenu: (ctx) =>
    may.work(ctx) ? [{ href: paths.worklist, label: say(ctx)("worklist"), rank: 10 }] : [],
};
