import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { moveDates } from "#modules/content/calendar/commands.ts";
import { may } from "#modules/content/calendar/policy.ts";
import { paths } from "#modules/content/paths.ts";
import { may as mayWrite } from "#modules/content/policy.ts";
import { say } from "./messages.ts";
import { mineDesk, officeDesk } from "./pages.tsx";

export const contentAnnouncing: Module = {
  name: "content/announcing",
  pages: { [paths.deskDates]: officeDesk, [paths.mineDates]: mineDesk },
  mineMenu: (ctx) =>
    may.announce(ctx) && !mayWrite.write(ctx)
      ? [{ href: paths.mineDates, label: say(ctx)("mine"), rank: 40 }]
      : [],
  reactions: {
    "organization.merged": async (ctx, { data }) => {
      const [from, into] = [String(data["from"]), String(data["into"])];
      if (isId<"organization">(from) && isId<"organization">(into)) await moveDates(ctx, from, into);
    },
  },
};
