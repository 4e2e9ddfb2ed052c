import { holds } from "#core/actor.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const mine: Module = {
  name: "consortium/mine",
  pages: { [paths.mine]: pages },
  mineMenu: (ctx) =>
    holds(ctx.actor, "consortium") ? [{ href: paths.mine, label: say(ctx)("heading"), rank: 60 }] : [],
};
