import type { Id } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { fillSeries } from "./commands.ts";
import { pages } from "./pages.tsx";
import { showPersonal } from "./queries.ts";

export const commitments: Module = {
  name: "shifts/commitments",
  pages: { [paths.commitments]: pages },
  reactions: {
    "shift_series.made": (ctx, { subjectId }) => fillSeries(ctx, subjectId as Id<"shiftSeries">),
  },
  personalData: {
    show: async (ctx, person) => ({ commitments: await showPersonal(ctx, person) }),
    erase: async (ctx, person) => {
      await ctx.db.deleteFrom("commitments").where("personId", "=", person).execute();
    },
  },
};
