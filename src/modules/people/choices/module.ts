import type { Module } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { forgetChoices, forgetOldLinks } from "./commands.ts";
import { say } from "./messages.ts";
import { linkedPages, ownPages } from "./pages.tsx";
import { choicesOf } from "./queries.ts";

export const choices: Module = {
  name: "people/choices",
  pages: { [paths.myMessages]: ownPages, "/nachrichten": linkedPages },
  mineMenu: (ctx) => [{ href: paths.myMessages, label: say(ctx)("menu"), rank: 79 }],
  jobs: [{ name: "choices.forget_links", schedule: "23 3 * * *", run: forgetOldLinks }],
  personalData: {
    show: async (ctx, person) => ({ letters: (await choicesOf(ctx, [person])).get(person) }),
    erase: forgetChoices,
  },
};
