import type { Module } from "#core/module.ts";
import { listAsked, tellConsents } from "#modules/participation/joinings/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { leaveJoinings } from "./commands.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

export const consents: Module = {
  name: "participation/consents",
  pages: { [paths.listing]: pages },
  mine: async (ctx) =>
    (await listAsked(ctx)).map((row) => ({
      title: say(ctx)("answerHeading"),
      text: row.proposals.map(({ title }) => title).join(" · "),
      href: paths.joining(row.slug, row.id),
      waiting: true,
      at: row.madeAt,
    })),
  personalData: {
    show: async (ctx, person) => ({ joiningConsents: await tellConsents(ctx, person) }),
    erase: leaveJoinings,
  },
};
