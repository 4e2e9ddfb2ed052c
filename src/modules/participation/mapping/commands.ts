import type { Context } from "#core/context.ts";
import { type Findings, findings, type MapTask } from "#methods/opinion-findings.ts";
import type { RoundId } from "#modules/participation/opinions/queries.ts";
import { findWork, hashOf } from "./queries.ts";

export type Computed = {
  readonly revision: number;
  readonly votes: MapTask["votes"];
  readonly result: Findings;
};

/** Keeps a map with the mark of what it was computed from. An older one never replaces a newer one. */
export const keepMap = async (
  ctx: Context,
  roundId: RoundId,
  { revision, votes, result }: Computed,
): Promise<void> => {
  await ctx.db
    .updateTable("opinionRounds")
    .set({
      result: JSON.stringify(result),
      resultRevision: revision,
      resultHash: hashOf(votes),
      computedAt: ctx.now,
    })
    .where("id", "=", roundId)
    .where((where) => where.or([where("resultRevision", "is", null), where("resultRevision", "<", revision)]))
    .execute();
};

/** Computes the map here and now, for the story of the example town and for tests. */
export const computeMap = async (ctx: Context, roundId: RoundId): Promise<void> => {
  const work = await findWork(ctx, roundId);
  if (!work) return;
  await keepMap(ctx, roundId, {
    revision: work.revision,
    votes: work.task.votes,
    result: findings(work.task),
  });
};
