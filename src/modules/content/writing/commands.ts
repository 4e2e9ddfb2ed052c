import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** Forgets who wrote it. The words belong to the town and stay. */
export const forgetAuthor = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db.updateTable("pages").set({ madeBy: null }).where("madeBy", "=", person).execute();
  await ctx.db.updateTable("pages").set({ changedBy: null }).where("changedBy", "=", person).execute();
  await ctx.db.updateTable("news").set({ madeBy: null }).where("madeBy", "=", person).execute();
  await ctx.db.updateTable("calendarDates").set({ madeBy: null }).where("madeBy", "=", person).execute();
};
