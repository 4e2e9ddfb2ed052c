import type { Context } from "#core/context.ts";
import { isOver, takesVotes } from "#modules/participation/ballots/queries.ts";
import { may } from "#modules/participation/policy.ts";
import type { Ballot } from "#modules/participation/schema.ts";

/** Every ballot, drafts as well; those that still need something first. */
export const listAll = async (ctx: Context): Promise<readonly Ballot[]> =>
  may.run(ctx)
    ? ctx.db.selectFrom("ballots").selectAll().orderBy("closesAt", "desc").orderBy("id").limit(200).execute()
    : [];

export const stages = ["prepare", "announce", "vote", "count", "publish"] as const;
export type Stage = (typeof stages)[number];

/** In which of the five steps a ballot is. */
export const stageOf = (ballot: Ballot, now: Date): Stage => {
  if (ballot.state === "draft") return "prepare";
  if (ballot.state === "published") return "publish";
  if (isOver(ballot, now)) return "count";
  return takesVotes(ballot, now) ? "vote" : "announce";
};
