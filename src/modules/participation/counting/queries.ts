import type { Context } from "#core/context.ts";
import type { BallotFile, PublishedSheet } from "#methods/ballot.ts";
import type { Tally } from "#methods/ballot-tally.ts";
import { listOptions, optionsOf, ruleOf } from "#modules/participation/ballots/queries.ts";
import { listSheets } from "#modules/participation/box/queries.ts";
import {
  countOpenPiles,
  isCurrent,
  numbersOf,
  reconciliationOf,
} from "#modules/participation/reconciliation/queries.ts";
import { countRoll } from "#modules/participation/roll/queries.ts";
import type { Ballot } from "#modules/participation/schema.ts";

const inOrder = (one: PublishedSheet, other: PublishedSheet): number =>
  one.receipt < other.receipt ? -1 : 1;

/**
 * The whole box as it is counted and published: sheets in the order of their receipts, which says nothing about when
 * they came or whose they are.
 */
export const fileOf = async (ctx: Context, ballot: Ballot): Promise<BallotFile> => {
  const options = await listOptions(ctx, ballot.id);
  const all = await listSheets(ctx, ballot.id);
  const { entitled } = await countRoll(ctx, ballot.id);
  const sheets = all
    .filter(({ invalid }) => !invalid)
    .map(
      ({ receipt, marks, voterName }): PublishedSheet => ({
        receipt,
        marks,
        ...(ballot.secrecy === "named" && voterName ? { name: voterName } : {}),
      }),
    );
  return {
    version: 1,
    id: ballot.id,
    title: ballot.title,
    rule: ruleOf(ballot),
    options: optionsOf(options),
    sheets: sheets.toSorted(inOrder),
    entitled,
    invalid: all.length - sheets.length,
  };
};

/** What came out; nothing before it was counted. */
export const tallyOf = ({ tally }: Pick<Ballot, "tally">): Tally | undefined =>
  // Written by the house, in this shape.
  (tally as Tally | null) ?? undefined;

/** The file of a published ballot, byte for byte as it was sealed; nothing before that. */
export const publishedBytes = async (
  ctx: Context,
  { fileId, state }: Pick<Ballot, "fileId" | "state">,
): Promise<Uint8Array | undefined> => {
  if (!fileId || state !== "published") return undefined;
  const row = await ctx.db
    .selectFrom("files")
    .select("bytes")
    .where("id", "=", fileId)
    .where("forOffice", "=", false)
    .executeTakeFirst();
  return row && new Uint8Array(row.bytes);
};

export type CountObstacle = "notClosed" | "letters" | "piles" | "unsigned" | "outdated" | "published";

/** What must be done before this ballot is counted; nothing when it can be. */
export const whyNotCounted = async (ctx: Context, ballot: Ballot): Promise<CountObstacle | undefined> => {
  if (ballot.state === "published") return "published";
  if (ballot.state !== "closed") return "notClosed";
  if (ballot.countsUntil && ballot.countsUntil > ctx.now) return "letters";
  if ((await countOpenPiles(ctx, ballot.id)) > 0) return "piles";
  const signed = reconciliationOf(ballot);
  if (!signed) return "unsigned";
  return isCurrent(signed, await numbersOf(ctx, ballot.id)) ? undefined : "outdated";
};
