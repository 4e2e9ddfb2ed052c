import type { Context } from "#core/context.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";

/** The process of the fund that a ballot divided, if it did. */
export const fundOf = (ctx: Context, ballot: BallotId): Promise<{ readonly slug: string } | undefined> =>
  ctx.db
    .selectFrom("funds")
    .innerJoin("processes", (join) =>
      join.onRef("processes.placeId", "=", "funds.placeId").onRef("processes.id", "=", "funds.processId"),
    )
    .select("processes.slug")
    .where("funds.ballotId", "=", ballot)
    .where("processes.state", "<>", "draft")
    .executeTakeFirst();
