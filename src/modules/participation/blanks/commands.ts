import { randomBytes } from "node:crypto";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { NotSet, typeset } from "#core/typeset.ts";
import { makeReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { findBallot, listOptions } from "#modules/participation/ballots/queries.ts";
import { may } from "#modules/participation/policy.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { paperOf } from "./queries.ts";

/** The most papers of one file. */
export const mostAtOnce = 200;

export type BlanksRefusal = "noPaper" | "draft" | "over";

/** Why no paper is printed for this ballot; nothing when it is. */
export const whyNoBlanks = ({ takesPaper, state }: Pick<Ballot, "takesPaper" | "state">) => {
  if (!takesPaper) return "noPaper" as const;
  if (state === "draft") return "draft" as const;
  return state === "announced" || state === "open" ? undefined : ("over" as const);
};

/** New receipts for paper, kept so that only these count. */
export const addBlanks = async (
  ctx: Context,
  ballotId: Id<"ballot">,
  count: number,
): Promise<Outcome<readonly string[], BlanksRefusal>> => {
  allow(may.run(ctx));
  const ballot = found(await findBallot(ctx, ballotId));
  const why = whyNoBlanks(ballot);
  if (why) return refused(why);
  const receipts = Array.from({ length: count }, () => makeReceipt(randomBytes(receiptBytes)));
  await keep(ctx, ballotId, receipts);
  return done(receipts);
};

// Kept in the order of the numbers themselves, so that no row tells which paper lay where in the print.
const keep = async (ctx: Context, ballotId: Id<"ballot">, receipts: readonly string[]): Promise<void> => {
  if (receipts.length === 0) return;
  const rows = receipts.toSorted().map((receipt) => ({ ballotId, receipt }));
  await ctx.db.insertInto("ballotBlanks").values(rows).execute();
  await record(ctx, "ballot.papers_printed", ballotId, { count: receipts.length });
};

/** Sets so many ballot papers as PDF, each with a receipt of its own. Only what could be set is kept as printed. */
export const printBlanks = async (
  ctx: Context,
  ballotId: Id<"ballot">,
  { count, origin }: { readonly count: number; readonly origin: string },
): Promise<Outcome<Uint8Array, BlanksRefusal | "busy">> => {
  allow(may.run(ctx));
  const ballot = found(await findBallot(ctx, ballotId));
  const why = whyNoBlanks(ballot);
  if (why) return refused(why);
  const options = await listOptions(ctx, ballotId);
  const receipts = Array.from({ length: count }, () => makeReceipt(randomBytes(receiptBytes)));
  try {
    const pdf = await typeset(paperOf(ctx, { ballot, options, receipts, origin }));
    await keep(ctx, ballotId, receipts);
    return done(pdf);
  } catch (error) {
    if (error instanceof NotSet) return refused("busy");
    throw error;
  }
};
