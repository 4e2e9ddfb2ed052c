import type { Context } from "#core/context.ts";
import type { Marks } from "#methods/ballot.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";

export const mostSheets = 100_000;

/** The sheets in the box in the order of their receipts, which says nothing about when they came. */
export const listSheets = async (ctx: Context, ballot: BallotId) => {
  const rows = await ctx.db
    .selectFrom("ballotSheets")
    .select(["receipt", "marks", "way", "invalid", "voterName"])
    .where("ballotId", "=", ballot)
    .orderBy("receipt")
    .limit(mostSheets)
    .execute();
  return rows.map(({ marks, ...row }) => ({ ...row, marks: marks as Marks }));
};

export type Sheet = Awaited<ReturnType<typeof listSheets>>[number];

/** One sheet by its receipt. */
export const findSheet = async (ctx: Context, ballot: BallotId, receipt: string) => {
  const row = await ctx.db
    .selectFrom("ballotSheets")
    .select(["receipt", "marks", "way", "invalid"])
    .where("ballotId", "=", ballot)
    .where("receipt", "=", receipt)
    .executeTakeFirst();
  return row && { ...row, marks: row.marks as Marks };
};

/** Which of these receipts lie in the box already. */
export const knownReceipts = async (
  ctx: Context,
  ballot: BallotId,
  receipts: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (receipts.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom("ballotSheets")
    .select("receipt")
    .where("ballotId", "=", ballot)
    .where("receipt", "in", receipts)
    .limit(receipts.length)
    .execute();
  return new Set(rows.map(({ receipt }) => receipt));
};

/** How many sheets came by which way, and how many of them count for nobody. */
export const countSheets = async (ctx: Context, ballot: BallotId) => {
  const rows = await ctx.db
    .selectFrom("ballotSheets")
    .select(["way", "invalid", (select) => select.fn.countAll<string>().as("n")])
    .where("ballotId", "=", ballot)
    .groupBy(["way", "invalid"])
    .limit(10)
    .execute();
  const of = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((sum, { n }) => sum + Number(n), 0);
  return {
    online: of(({ way }) => way === "online"),
    paper: of(({ way }) => way === "paper"),
    invalid: of(({ invalid }) => invalid),
  };
};
