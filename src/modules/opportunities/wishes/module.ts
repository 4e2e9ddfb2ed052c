import type { Module } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { eraseWishes } from "./commands.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { wishesOf } from "./queries.ts";
import { seed } from "./seed.ts";

export const wishes: Module = {
  name: "opportunities/wishes",
  pages: { [paths.wishes]: pages },
  mineMenu: (ctx) =>
    ctx.actor.kind === "person" ? [{ href: paths.wishes, label: say(ctx)("menu"), rank: 30 }] : [],
  personalData: {
    show: async (ctx, person) => ({ wishes: (await wishesOf(ctx, person)) ?? null }),
    erase: eraseWishes,
  },
  seed,
};
