import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { eraseDismissals } from "./commands.ts";
import { say } from "./messages.ts";
import { minePages, pages } from "./pages.tsx";
import { listDismissed } from "./queries.ts";

export const suggestions: Module = {
  name: "opportunities/suggestions",
  pages: { "/helfen": pages, [paths.mySuggestions]: minePages },
  mineMenu: (ctx) =>
    ctx.actor.kind === "person" ? [{ href: paths.mySuggestions, label: say(ctx)("mineMenu"), rank: 28 }] : [],
  personalData: {
    show: async (ctx, person) => ({ declined: await listDismissed(ctx, person) }),
    erase: eraseDismissals,
  },
};
