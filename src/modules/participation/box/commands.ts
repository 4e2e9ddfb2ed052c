import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Marks } from "#methods/ballot.ts";
import { checkMarks } from "#methods/ballot-marks.ts";
import {
  type BallotId,
  listOptions,
  optionsOf,
  ruleOf,
  takesVotes,
} from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { VoterId } from "#modules/participation/roll/queries.ts";
import { findSheet, knownReceipts } from "./queries.ts";

/**
 * Whoever puts a sheet in holds the box together with others; whoever closes, counts or mixes it holds it alone, so
 * that no sheet comes in between.
 */
export const lockBox = async (ctx: Context, ballot: BallotId, how: "together" | "alone"): Promise<void> => {
  const key = sql`hashtextextended(${`box ${ballot}`}, 0)`;
  if (how === "together") await sql`select pg_advisory_xact_lock_shared(${key})`.execute(ctx.db);
  else await sql`select pg_advisory_xact_lock(${key})`.execute(ctx.db);
};

export type Cast = {
  readonly ballot: BallotId;
  readonly voter: VoterId;
  readonly marks: Marks;
  /** Made when the sheet was shown, and shown with it: the same sheet sent twice is one. */
  readonly receipt: string;
};

export type CastRefusal = "notOpen" | "voted" | "struck" | "marks" | "receiptTaken";

const sameMarks = (one: Marks, other: Marks): boolean => {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
};

/**
 * Puts one sheet into the box. In one transaction the roll notes that this voter has voted, and the sheet falls into
 * the box under its receipt; nothing joins the two. The same sheet under the same receipt again is the one that lies
 * there already: a retry after a crash never counts twice. No event tells of it.
 */
export const castBallot = async (
  ctx: Context,
  { ballot: id, voter: voterId, marks, receipt }: Cast,
): Promise<Outcome<{ readonly receipt: string }, CastRefusal>> => {
  await lockBox(ctx, id, "together");
  const ballot = found(
    await ctx.db.selectFrom("ballots").selectAll().where("id", "=", id).executeTakeFirst(),
  );
  const voter = found(
    await ctx.db
      .selectFrom("ballotVoters")
      .select(["votedBy", "struck", "name"])
      .where("ballotId", "=", id)
      .where("id", "=", voterId)
      .forUpdate()
      .executeTakeFirst(),
  );
  const there = await findSheet(ctx, id, receipt);
  if (there) {
    const again = voter.votedBy === "online" && there.way === "online" && sameMarks(there.marks, marks);
    return again ? done({ receipt }) : refused("receiptTaken");
  }
  if (voter.struck) return refused("struck");
  if (voter.votedBy !== null) return refused("voted");
  if (!takesVotes(ballot, ctx.now) || !ballot.takesOnline) return refused("notOpen");
  const options = optionsOf(await listOptions(ctx, id));
  if (checkMarks(ruleOf(ballot), options, marks).length > 0) return refused("marks");
  const laid = await ctx.db
    .insertInto("ballotSheets")
    .values({
      ballotId: id,
      secrecy: ballot.secrecy,
      receipt,
      marks: JSON.stringify(marks),
      way: "online",
      voterName: ballot.secrecy === "named" ? voter.name : null,
    })
    .onConflict((conflict) => conflict.columns(["placeId", "ballotId", "receipt"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!laid) return refused("receiptTaken");
  await ctx.db.updateTable("ballotVoters").set({ votedBy: "online" }).where("id", "=", voterId).execute();
  return done({ receipt });
};

export type PaperSheet = { readonly receipt: string; readonly marks: Marks; readonly invalid: boolean };

/** Puts the sheets of a pile into the box, all or none. */
export const addPaperSheets = async (
  ctx: Context,
  ballotId: BallotId,
  pileId: Id<"ballotPile">,
  sheets: readonly PaperSheet[],
): Promise<Outcome<number, "closed" | "receiptTaken">> => {
  await lockBox(ctx, ballotId, "together");
  const ballot = found(
    await ctx.db
      .selectFrom("ballots")
      .select(["state", "secrecy"])
      .where("id", "=", ballotId)
      .executeTakeFirst(),
  );
  if (!["announced", "open", "closed"].includes(ballot.state)) return refused("closed");
  const receipts = sheets.map(({ receipt }) => receipt);
  if (new Set(receipts).size < receipts.length) return refused("receiptTaken");
  if ((await knownReceipts(ctx, ballotId, receipts)).size > 0) return refused("receiptTaken");
  const rows = sheets.map(({ receipt, marks, invalid }) => ({
    ballotId,
    secrecy: ballot.secrecy,
    receipt,
    marks: JSON.stringify(marks),
    way: "paper" as const,
    invalid,
    pileId,
  }));
  if (rows.length > 0) await ctx.db.insertInto("ballotSheets").values(rows).execute();
  return done(rows.length);
};

/** The job that lays roll and box of one ballot anew. */
export const mixingJob = "ballot.mix";

// Deleted and written again within one statement, in the order of random ids: neither the place of a row on the disk
// nor the number of its transaction says any more when it came.
const layBox = (ctx: Context, ballot: BallotId) =>
  sql`
    with gone as (delete from ballot_sheets where ballot_id = ${ballot} returning *)
    insert into ballot_sheets select * from gone order by id`.execute(ctx.db);

// The codes go with their voters, so they are held meanwhile.
const layRoll = async (ctx: Context, ballot: BallotId): Promise<void> => {
  const { rows } = await sql<{ codes: string }>`
    select coalesce(jsonb_agg(to_jsonb(c)), '[]')::text as codes
    from ballot_codes c where ballot_id = ${ballot}`.execute(ctx.db);
  await sql`
    with gone as (delete from ballot_voters where ballot_id = ${ballot} returning *)
    insert into ballot_voters select * from gone order by id`.execute(ctx.db);
  await sql`
    insert into ballot_codes
    select * from jsonb_populate_recordset(null::ballot_codes, ${rows[0]?.codes ?? "[]"}::jsonb)
    order by id`.execute(ctx.db);
};

/**
 * Lays roll and box anew. After it no order of rows and no number of a transaction joins a voter with a sheet. The
 * forms that were sent to the ballot are forgotten as well, since they were kept with their moment.
 */
export const mixBox = async (ctx: Context, ballot: BallotId): Promise<void> => {
  await lockBox(ctx, ballot, "alone");
  const row = await ctx.db
    .selectFrom("ballots")
    .select(["slug", "state"])
    .where("id", "=", ballot)
    .executeTakeFirst();
  if (!row || row.state === "published") return;
  await layBox(ctx, ballot);
  await layRoll(ctx, ballot);
  await ctx.db
    .deleteFrom("submissions")
    .where("address", "like", `${paths.ballot(row.slug)}/%`)
    .execute();
};
