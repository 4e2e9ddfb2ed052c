import type { Module } from "#core/module.ts";
import { paths } from "#modules/desk/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { mineOf } from "./queries.ts";

export const mine: Module = {
  name: "desk/mine",
  pages: { [paths.mine]: pages },
  mineMenu: (ctx) =>
    ctx.actor.kind === "person" ? [{ href: paths.mine, label: say(ctx)("heading"), rank: 10 }] : [],
  mine: mineOf,
};
