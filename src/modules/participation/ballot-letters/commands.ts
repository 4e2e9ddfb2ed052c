import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newCode } from "#core/token.ts";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { may } from "#modules/participation/policy.ts";
import { lastNumber, lockRoll, mostVoters } from "#modules/participation/roll/commands.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { codeHash, findLastPrint, printing, standingOf, voters } from "./queries.ts";

type BallotId = Id<"ballot">;
type VoterId = Id<"ballotVoter">;

/** The job that writes to the next hundred. */
export const writingJob = "ballot.write";

/** The most letters of one print. */
export const mostLetters = 500;

/** A new code for each of these on the roll; it ends the one before. Only hashes are kept, so this is the one time it can be read. */
export const makeVotingCodes = async (
  ctx: Context,
  ballotId: BallotId,
  voterIds: readonly VoterId[],
): Promise<ReadonlyMap<VoterId, string>> => {
  const codes = new Map(voterIds.map((id) => [id, newCode()]));
  const rows = [...codes].map(([voterId, code]) => ({
    ballotId,
    voterId,
    codeHash: codeHash(ballotId, code),
  }));
  if (rows.length > 0)
    await ctx.db
      .insertInto("ballotCodes")
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(["placeId", "voterId"])
          .doUpdateSet((from) => ({ codeHash: from.ref("excluded.codeHash") })),
      )
      .execute();
  return codes;
};

export type LetterRefusal = "draft" | "over" | "nobody" | "tooMany" | "again";

/** A ballot whose letters may go out now. */
const ballotToWrite = async (
  ctx: Context,
  ballotId: BallotId,
): Promise<Outcome<Ballot, "draft" | "over">> => {
  allow(may.run(ctx));
  const ballot = found(await findBallot(ctx, ballotId));
  if (ballot.state === "draft") return refused("draft");
  return ballot.state === "announced" || ballot.state === "open" ? done(ballot) : refused("over");
};

/** Asks for a mail with a code to all on the roll who have an address for mail and no code yet. */
export const mailCodes = async (
  ctx: Context,
  ballotId: BallotId,
): Promise<Outcome<number, LetterRefusal>> => {
  const ballot = await ballotToWrite(ctx, ballotId);
  if (!ballot.ok) return ballot;
  const { mail } = await standingOf(ctx, ballotId);
  if (mail.open === 0) return refused("nobody");
  await enqueue(ctx, writingJob, { ballotId }, { key: ballotId });
  await record(ctx, "ballot.codes_mailed", ballotId, { count: mail.open });
  return done(mail.open);
};

/** Sends one person a new code, at their wish: the one before ends. */
export const mailCodeAgain = async (
  ctx: Context,
  ballotId: BallotId,
  number: number,
): Promise<Outcome<null, LetterRefusal>> => {
  const ballot = await ballotToWrite(ctx, ballotId);
  if (!ballot.ok) return ballot;
  const voter = await voters(ctx, ballotId)
    .select("ballotVoters.id")
    .where("ballotVoters.number", "=", number)
    .where("ballotVoters.email", "<>", "")
    .executeTakeFirst();
  if (!voter) return refused("nobody");
  await enqueue(ctx, writingJob, { ballotId, voterId: voter.id }, { key: voter.id });
  await record(ctx, "ballot.code_mailed_again", ballotId, { number });
  return done(null);
};

export type Letter = {
  readonly number: number;
  readonly name: string;
  readonly address: string;
  readonly code: string;
};

export type Printed = { readonly ballot: Ballot; readonly letters: readonly Letter[] };

const toPrint = (ctx: Context, ballotId: BallotId) =>
  voters(ctx, ballotId)
    .select(["ballotVoters.id", "ballotVoters.number", "ballotVoters.name", "ballotVoters.address"])
    .orderBy(sql`ballot_voters.name collate german`)
    .orderBy("ballotVoters.number")
    .limit(mostLetters);

type ToPrint = ReturnType<typeof toPrint>;

/** New codes on paper; which sheets it were is remembered, so that the paper can be asked for again. */
const printThese = async (
  ctx: Context,
  ballot: Ballot,
  query: ToPrint,
): Promise<Outcome<Printed, "nobody">> => {
  const rows = await query.execute();
  if (rows.length === 0) return refused("nobody");
  const ids = rows.map(({ id }) => id);
  const codes = await makeVotingCodes(ctx, ballot.id, ids);
  const numbers = rows.map(({ number }) => number);
  await record(ctx, printing, ballot.id, { count: rows.length, numbers });
  const letters = rows.map(({ id, ...row }) => ({ ...row, code: codes.get(id) ?? "" }));
  return done({ ballot, letters });
};

/**
 * The next letters or cards with their codes: they stand on this paper and nowhere else. `open` says how many were
 * open when the form was shown: sent once more – a reload, two at once –, it must not print the next ones unseen.
 */
export const printLetters = async (
  ctx: Context,
  ballotId: BallotId,
  { how, open }: { readonly how: "letter" | "card"; readonly open: number },
): Promise<Outcome<Printed, LetterRefusal>> => {
  const ballot = await ballotToWrite(ctx, ballotId);
  if (!ballot.ok) return ballot;
  await lockRoll(ctx, ballotId);
  const standing = await standingOf(ctx, ballotId);
  if (standing[how].open !== open) return refused("again");
  const query = toPrint(ctx, ballotId)
    .where("ballotCodes.id", "is", null)
    .where("ballotVoters.email", "=", "")
    .where("ballotVoters.name", how === "card" ? "=" : "<>", "");
  return printThese(ctx, ballot.value, query);
};

/** The sheets of the last print once more, with new codes, for when the paper was lost; the codes before end. */
export const printAgain = async (
  ctx: Context,
  ballotId: BallotId,
  print: string,
): Promise<Outcome<Printed, LetterRefusal>> => {
  const ballot = await ballotToWrite(ctx, ballotId);
  if (!ballot.ok) return ballot;
  await lockRoll(ctx, ballotId);
  const last = await findLastPrint(ctx, ballotId);
  if (last?.id !== print) return refused("again");
  const query = toPrint(ctx, ballotId).where("ballotVoters.number", "in", [...last.numbers]);
  return printThese(ctx, ballot.value, query);
};

/** The letter of one person, at their wish, with a new code: the one before ends. */
export const printLetterOf = async (
  ctx: Context,
  ballotId: BallotId,
  number: number,
): Promise<Outcome<Printed, LetterRefusal>> => {
  const ballot = await ballotToWrite(ctx, ballotId);
  if (!ballot.ok) return ballot;
  await lockRoll(ctx, ballotId);
  return printThese(ctx, ballot.value, toPrint(ctx, ballotId).where("ballotVoters.number", "=", number));
};

/** Puts cards on the roll, to be handed out: nobody knows who gets which. */
export const addCards = async (
  ctx: Context,
  ballotId: BallotId,
  count: number,
): Promise<Outcome<number, "draft" | "over" | "tooMany">> => {
  const ballot = await ballotToWrite(ctx, ballotId);
  if (!ballot.ok) return ballot;
  await lockRoll(ctx, ballotId);
  const first = (await lastNumber(ctx, ballotId)) + 1;
  if (first + count > mostVoters) return refused("tooMany");
  const rows = Array.from({ length: count }, (_, index) => ({ ballotId, number: first + index }));
  if (rows.length > 0) await ctx.db.insertInto("ballotVoters").values(rows).execute();
  await record(ctx, "ballot.cards_added", ballotId, { count });
  return done(count);
};
