import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** Forgets what somebody followed, when they leave. */
export const forgetFollower = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("processFollowers").where("personId", "=", person).execute();
};
