import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ProcessId } from "./queries.ts";

/** From now on this person hears how the process goes on. Whoever writes or supports follows by that. */
export const follow = async (ctx: Context, processId: ProcessId, personId: Id<"person">): Promise<void> => {
  await ctx.db
    .insertInto("processFollowers")
    .values({ processId, personId, madeAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** No more letters about this process. */
export const unfollow = async (ctx: Context, processId: ProcessId, personId: Id<"person">): Promise<void> => {
  await ctx.db
    .deleteFrom("processFollowers")
    .where("processId", "=", processId)
    .where("personId", "=", personId)
    .execute();
};
