import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { BallotId } from "#modules/participation/ballots/queries.ts";
import { may } from "#modules/participation/policy.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { type Entitlement, entitlementOf, isOf, ownVoter, type VoterId } from "./queries.ts";

export type NewVoter = {
  readonly name: string;
  readonly email?: string;
  readonly address?: string;
  readonly personId?: Id<"person"> | null;
};

export const mostVoters = 20_000;

// Numbers are drawn one after the other: who joins at the same moment waits here.
export const lockRoll = (ctx: Context, ballot: BallotId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`roll ${ballot}`}, 0))`.execute(ctx.db);

export const lastNumber = async (ctx: Context, ballot: BallotId): Promise<number> => {
  const row = await ctx.db
    .selectFrom("ballotVoters")
    .select((select) => select.fn.max("number").as("last"))
    .where("ballotId", "=", ballot)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
};

const signOf = ({ name, email = "", address = "" }: NewVoter): string =>
  (email || `${name}\n${address}`).toLowerCase().replace(/\s+/gu, " ").trim();

/** Those who are not on the roll yet, each once: by their file, their address for mail, or name and address. */
const freshOf = async (ctx: Context, ballot: BallotId, voters: readonly NewVoter[]) => {
  const rows = await ctx.db
    .selectFrom("ballotVoters")
    .select(["personId", "name", "email", "address"])
    .where("ballotId", "=", ballot)
    .limit(mostVoters)
    .execute();
  const seen = new Set(rows.flatMap((row) => [signOf(row), ...(row.personId ? [row.personId] : [])]));
  return voters.filter((voter) => {
    const signs = [...(voter.personId ? [voter.personId] : []), signOf(voter)];
    if (signs.some((sign) => seen.has(sign))) return false;
    for (const sign of signs) seen.add(sign);
    return true;
  });
};

/** Puts people on the roll, until the ballot closes; whoever stands there already is counted and left alone. */
export const addVoters = async (
  ctx: Context,
  ballotId: BallotId,
  voters: readonly NewVoter[],
): Promise<Outcome<{ readonly added: number; readonly known: number }, "closed" | "tooMany">> => {
  allow(may.run(ctx));
  const ballot = found(
    await ctx.db
      .selectFrom("ballots")
      .select(["state", "closesAt"])
      .where("id", "=", ballotId)
      .executeTakeFirst(),
  );
  if (!["draft", "announced", "open"].includes(ballot.state) || ballot.closesAt <= ctx.now)
    return refused("closed");
  await lockRoll(ctx, ballotId);
  const fresh = await freshOf(ctx, ballotId, voters);
  const last = await lastNumber(ctx, ballotId);
  if (last + fresh.length > mostVoters) return refused("tooMany");
  const rows = fresh.map(({ name, email = "", address = "", personId = null }, index) => ({
    ballotId,
    number: last + index + 1,
    personId,
    name,
    email,
    address,
  }));
  for (let from = 0; from < rows.length; from += 2_000)
    await ctx.db
      .insertInto("ballotVoters")
      .values(rows.slice(from, from + 2_000))
      .execute();
  await record(ctx, "roll.changed", ballotId, { added: rows.length });
  return done({ added: rows.length, known: voters.length - rows.length });
};

/** Takes somebody off the roll with a reason; whoever has voted stays. */
export const strikeVoter = async (
  ctx: Context,
  ballotId: BallotId,
  id: VoterId,
  words: string,
): Promise<Outcome<null, "voted" | "closed">> => {
  allow(may.run(ctx));
  const voter = found(
    await ctx.db
      .selectFrom("ballotVoters as voter")
      .innerJoin("ballots as ballot", "ballot.id", "voter.ballotId")
      .select(["voter.id", "voter.votedBy", "ballot.state"])
      .where("voter.ballotId", "=", ballotId)
      .where("voter.id", "=", id)
      .forUpdate("voter")
      .executeTakeFirst(),
  );
  if (voter.votedBy !== null) return refused("voted");
  if (!["draft", "announced", "open"].includes(voter.state)) return refused("closed");
  await ctx.db
    .updateTable("ballotVoters")
    .set({ struck: true, struckWords: words })
    .where("id", "=", id)
    .execute();
  await record(ctx, "roll.changed", ballotId, { struck: 1 });
  return done(null);
};

/**
 * The signed-in person steps onto the roll, if the rule of the electorate lets them; whoever stands there already is
 * found again.
 */
export const enroll = async (
  ctx: Context,
  ballot: Pick<Ballot, "id" | "electorate" | "postcodes" | "leastAge">,
): Promise<Outcome<VoterId, Exclude<Entitlement, "entitled">>> => {
  if (ctx.actor.kind !== "person") return refused("signIn");
  await lockRoll(ctx, ballot.id);
  const entitlement = await entitlementOf(ctx, ballot);
  if (entitlement !== "entitled") return refused(entitlement);
  const known = await ownVoter(ctx, ballot.id);
  if (known) return done(known.id);
  const { id } = await ctx.db
    .insertInto("ballotVoters")
    .values({
      ballotId: ballot.id,
      number: (await lastNumber(ctx, ballot.id)) + 1,
      personId: ctx.actor.id,
      name: ctx.actor.name,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return done(id);
};

/** A person is erased: the mark that somebody has voted stays, whose it was goes. */
export const forgetVoter = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db
    .updateTable("ballotVoters")
    .set({ personId: null, name: "", email: "", address: "" })
    .where(isOf(person))
    .execute();
};
