import type { Context } from "#core/context.ts";
import type { RoundId } from "#modules/participation/opinions/queries.ts";

/** How many sheets of paper were counted in this round. */
export const countSheets = async (ctx: Context, roundId: RoundId): Promise<number> => {
  const { n } = await ctx.db
    .selectFrom("opinionParticipants")
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .where("roundId", "=", roundId)
    .where("how", "=", "paper")
    .executeTakeFirstOrThrow();
  return Number(n);
};
