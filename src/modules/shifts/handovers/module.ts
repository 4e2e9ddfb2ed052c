import type { Module } from "#core/module.ts";
import { paths } from "#modules/shifts/paths.ts";
import { givingPages, takingPages } from "./pages.tsx";
import { showPersonal } from "./queries.ts";

export const handovers: Module = {
  name: "shifts/handovers",
  pages: { [paths.mine]: givingPages, [paths.handovers]: takingPages },
  personalData: {
    show: async (ctx, person) => ({ handovers: await showPersonal(ctx, person) }),
    erase: async (ctx, person) => {
      await ctx.db
        .deleteFrom("handovers")
        .where((where) => where.or([where("fromId", "=", person), where("toId", "=", person)]))
        .execute();
      await ctx.db.updateTable("handovers").set({ takenBy: null }).where("takenBy", "=", person).execute();
    },
  },
};
