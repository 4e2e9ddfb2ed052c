import type { Context } from "#core/context.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";

/** What is needed to name a ballot and the process it decides in. */
export const addressesOf = (ctx: Context, ballot: BallotId) =>
  ctx.db
    .selectFrom("ballots as ballot")
    .leftJoin("processes as process", "process.id", "ballot.processId")
    .select(["ballot.title", "ballot.slug", "process.slug as processSlug"])
    .where("ballot.id", "=", ballot)
    .executeTakeFirstOrThrow();
