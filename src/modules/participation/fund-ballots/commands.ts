import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import {
  addBallot,
  type BallotInput,
  type BallotRefusal,
  type NewOption,
  setOptions,
} from "#modules/participation/ballots/commands.ts";
import { type BallotId, listOptions } from "#modules/participation/ballots/queries.ts";
import { listCandidates } from "#modules/participation/checks/queries.ts";
import { findFundOfBallot, ruleOf } from "#modules/participation/funds/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Fund } from "#modules/participation/schema.ts";
import { addStep } from "#modules/participation/steps/commands.ts";
import { tie } from "#modules/threads/commands.ts";
import { say } from "./messages.ts";
import { addressesOf } from "./queries.ts";

export type FundBallotInput = Omit<BallotInput, "title" | "question" | "words" | "rule" | "processId">;
export type FundBallotRefusal = BallotRefusal | "nothingReady" | "alreadyMade" | "tooMany" | "double";

const lockFund = async (ctx: Context, process: ProcessId): Promise<Fund> => {
  allow(may.run(ctx));
  return found(
    await ctx.db
      .selectFrom("funds")
      .selectAll()
      .where("processId", "=", process)
      .forUpdate()
      .executeTakeFirst(),
  );
};

const readyOptions = async (ctx: Context, fund: Fund): Promise<readonly NewOption[]> =>
  (await listCandidates(ctx, fund)).flatMap(({ id, number, title, standing, checkedCents }) =>
    standing === "ready" ? [{ key: String(number), title, costCents: checkedCents, proposalId: id }] : [],
  );

/** Makes the ballot of a fund: everything that passed both checks, at its checked cost, under the frozen rule. */
export const makeFundBallot = async (
  ctx: Context,
  process: ProcessId,
  input: FundBallotInput,
): Promise<Outcome<BallotId, FundBallotRefusal>> => {
  const fund = await lockFund(ctx, process);
  if (fund.ballotId !== null) return refused("alreadyMade");
  const options = await readyOptions(ctx, fund);
  if (options.length === 0) return refused("nothingReady");
  const { title } = found(
    await ctx.db.selectFrom("processes").select("title").where("id", "=", process).executeTakeFirst(),
  );
  const words = say(ctx);
  const ballot = await addBallot(ctx, {
    ...input,
    title,
    question: words("question"),
    words: "",
    rule: ruleOf(fund),
    processId: process,
  });
  if (!ballot.ok) return ballot;
  const set = await setOptions(ctx, ballot.value.id, options);
  if (!set.ok) return set.because === "frozen" ? refused("alreadyMade") : refused(set.because);
  await ctx.db
    .updateTable("funds")
    .set({ ballotId: ballot.value.id, changedAt: ctx.now })
    .where("id", "=", fund.id)
    .execute();
  await record(ctx, "fund.ballot_made", fund.id);
  return done(ballot.value.id);
};

/** Takes what was checked meanwhile onto a ballot that is still a draft. */
export const renewFundBallot = async (
  ctx: Context,
  process: ProcessId,
): Promise<Outcome<null, "frozen" | "nothingReady" | "tooMany" | "double">> => {
  const fund = await lockFund(ctx, process);
  const options = await readyOptions(ctx, fund);
  if (options.length === 0) return refused("nothingReady");
  return setOptions(ctx, found(fund.ballotId), options);
};

/** The ballot was announced: each proposal on it says so on its path. */
export const tellOnBallot = async (ctx: Context, ballot: BallotId): Promise<void> => {
  if (!(await findFundOfBallot(ctx, ballot))) return;
  const { slug, title } = await addressesOf(ctx, ballot);
  for (const { proposalId } of await listOptions(ctx, ballot))
    if (proposalId) await addStep(ctx, proposalId, "onBallot", { title, path: paths.ballot(slug) });
};

/** A ballot was called off: the fund may make another one. */
export const freeFund = async (ctx: Context, ballot: BallotId): Promise<void> => {
  await ctx.db.updateTable("funds").set({ ballotId: null }).where("ballotId", "=", ballot).execute();
};

type Won = { readonly proposal: Id<"proposal">; readonly cents: number };

const grant = async (ctx: Context, fund: Fund, { proposal, cents }: Won): Promise<void> => {
  const { id } = await ctx.db
    .insertInto("fundProjects")
    .values({
      fundId: fund.id,
      proposalId: proposal,
      grantedCents: cents,
      madeAt: ctx.now,
      changedAt: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tie(ctx, { kind: "proposal", id: proposal }, { kind: "fundProject", id }, "");
};

/** The result is out: what was funded becomes a project, and each proposal hears how it went. Once. */
export const takeResult = async (ctx: Context, ballotId: BallotId): Promise<void> => {
  const fund = await findFundOfBallot(ctx, ballotId);
  if (!fund || fund.decidedAt !== null) return;
  const { tally } = found(
    await ctx.db.selectFrom("ballots").select("tally").where("id", "=", ballotId).executeTakeFirst(),
  );
  const winners = new Set((tally as { readonly winners: readonly string[] }).winners);
  const { processSlug, title } = await addressesOf(ctx, ballotId);
  const path = paths.fundResult(found(processSlug));
  for (const { key, proposalId, costCents } of await listOptions(ctx, ballotId)) {
    if (!proposalId || costCents === null) continue;
    const won = winners.has(key);
    if (won) await grant(ctx, fund, { proposal: proposalId, cents: costCents });
    await addStep(ctx, proposalId, won ? "funded" : "notFunded", { title, path });
  }
  await ctx.db.updateTable("funds").set({ decidedAt: ctx.now }).where("id", "=", fund.id).execute();
  await record(ctx, "fund.decided", fund.id);
};
