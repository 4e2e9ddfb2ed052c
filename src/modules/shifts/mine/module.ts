import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { erasePersonal } from "./commands.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { calendarOf, mineOf, showPersonal } from "./queries.ts";

export const mine: Module = {
  name: "shifts/mine",
  pages: { [paths.mine]: pages },
  mineMenu: (ctx) =>
    ctx.actor.kind === "person" ? [{ href: paths.mine, label: say(ctx)("heading"), rank: 15 }] : [],
  mine: mineOf,
  calendar: calendarOf,
  personalData: { show: showPersonal, erase: erasePersonal },
};
