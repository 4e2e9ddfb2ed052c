import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { may } from "#modules/participation/policy.ts";
import type { BallotVoter } from "#modules/participation/schema.ts";
import { isFresh, waysOpen } from "./queries.ts";

type BallotId = Id<"ballot">;
type VoterId = Id<"ballotVoter">;

/** Nobody else marks the same person at this moment, online or at another table. */
const lockVoter = async (ctx: Context, ballotId: BallotId, id: VoterId): Promise<BallotVoter> =>
  found(
    await ctx.db
      .selectFrom("ballotVoters")
      .selectAll()
      .where("ballotId", "=", ballotId)
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );

export type MarkRefusal = "votedOnline" | "votedByPaper" | "struck" | "notNow";

/** Notes that somebody votes on paper, at the counter or by letter: once, whichever way. */
export const markVoter = async (
  ctx: Context,
  ballotId: BallotId,
  id: VoterId,
  way: "letter" | "counter",
): Promise<Outcome<null, MarkRefusal>> => {
  allow(may.run(ctx));
  const ballot = found(await findBallot(ctx, ballotId));
  if (!waysOpen(ballot, ctx.now).includes(way)) return refused("notNow");
  const voter = await lockVoter(ctx, ballotId, id);
  if (voter.struck) return refused("struck");
  if (voter.votedBy) return refused(voter.votedBy === "online" ? "votedOnline" : "votedByPaper");
  await ctx.db
    .updateTable("ballotVoters")
    .set({ votedBy: way, markedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  return done(null);
};

/** Takes a mark of the counter back while the sheet is not in the box yet: within the hour, and with a reason. */
export const unmarkVoter = async (
  ctx: Context,
  ballotId: BallotId,
  id: VoterId,
  words: string,
): Promise<Outcome<null, "notMarked" | "tooLate">> => {
  allow(may.run(ctx));
  const ballot = found(await findBallot(ctx, ballotId));
  const voter = await lockVoter(ctx, ballotId, id);
  if (voter.votedBy === null || voter.votedBy === "online") return refused("notMarked");
  if (!isFresh(voter, ctx.now) || waysOpen(ballot, ctx.now).length === 0) return refused("tooLate");
  await ctx.db
    .updateTable("ballotVoters")
    .set({ votedBy: null, markedAt: null })
    .where("id", "=", id)
    .execute();
  await record(ctx, "ballot.mark_taken_back", ballotId, { number: voter.number, way: voter.votedBy, words });
  return done(null);
};

/** Forgets when somebody was marked, as soon as it is of no use any more. */
export const forgetMoments = async (ctx: Context): Promise<void> => {
  await ctx.db
    .updateTable("ballotVoters")
    .set({ markedAt: null })
    .where("markedAt", "<", new Date(+ctx.now - 3_600_000))
    .execute();
};
