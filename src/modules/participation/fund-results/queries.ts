import type { Context } from "#core/context.ts";
import type { Marks } from "#methods/ballot.ts";
import { type Purse, purseOf } from "#methods/equal-shares.ts";
import { optionsOf } from "#modules/participation/ballots/queries.ts";
import { findSheet } from "#modules/participation/box/queries.ts";
import type { FundResult } from "#modules/participation/fund-reasons/queries.ts";

export type ShownSheet = {
  readonly receipt: string;
  readonly invalid: boolean;
  /** How many projects it marks. */
  readonly marked: number;
  readonly purse: Purse;
};

type Sheet = { readonly receipt: string; readonly marks: Marks; readonly invalid: boolean };

const shown = ({ rule, tally, rows }: FundResult, sheet: Sheet): ShownSheet | undefined => {
  if (rule.kind !== "equalShares" || tally.kind !== "equalShares") return undefined;
  return {
    receipt: sheet.receipt,
    invalid: sheet.invalid,
    marked: Object.keys(sheet.marks).length,
    purse: purseOf(optionsOf(rows), rule, tally, sheet.invalid ? {} : sheet.marks),
  };
};

/** The purse of one sheet, by its receipt. */
export const findPurse = async (
  ctx: Context,
  result: FundResult,
  receipt: string,
): Promise<ShownSheet | undefined> => {
  const sheet = await findSheet(ctx, result.ballot.id, receipt);
  return sheet && shown(result, sheet);
};

/** So many sheets are looked through for one that shows well how money is shared. */
const looked = 60;

/** One of the sheets as an example: of the first few, the one that paid for most. */
export const examplePurse = async (ctx: Context, result: FundResult): Promise<ShownSheet | undefined> => {
  const rows = await ctx.db
    .selectFrom("ballotSheets")
    .select(["receipt", "marks", "invalid"])
    .where("ballotId", "=", result.ballot.id)
    .where("invalid", "=", false)
    .orderBy("receipt")
    .limit(looked)
    .execute();
  const sheets = rows.flatMap(({ marks, ...row }) => shown(result, { ...row, marks: marks as Marks }) ?? []);
  return sheets.reduce<ShownSheet | undefined>(
    (best, sheet) => (best && best.purse.paid.length >= sheet.purse.paid.length ? best : sheet),
    undefined,
  );
};
