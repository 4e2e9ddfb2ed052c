import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { may } from "#modules/desk/policy.ts";
import { say } from "./messages.ts";
import { inbox } from "./pages.tsx";
import { seed } from "./seed.ts";

export const inboxes: Module = {
  name: "desk/inbox",
  pages: { [paths.inquiries]: inbox },
  seed,
  officeMenu: (ctx) =>
    may.work(ctx) ? [{ href: paths.inquiries, label: say(ctx)("heading"), rank: 20 }] : [],
};
