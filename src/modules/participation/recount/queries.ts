import type { Context } from "#core/context.ts";

/** In which published ballot a sheet with this receipt lies. */
export const findBallotOfReceipt = (ctx: Context, receipt: string) =>
  ctx.db
    .selectFrom("ballots as ballot")
    .innerJoin("ballotSheets as sheet", "sheet.ballotId", "ballot.id")
    .select("ballot.slug")
    .where("ballot.state", "=", "published")
    .where("sheet.receipt", "=", receipt)
    .orderBy("ballot.closesAt", "desc")
    .limit(1)
    .executeTakeFirst();
