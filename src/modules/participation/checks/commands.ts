import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { giveAnswer } from "#modules/participation/answering/commands.ts";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { findFund } from "#modules/participation/funds/queries.ts";
import { may } from "#modules/participation/policy.ts";
import type { Fund, FundCheck } from "#modules/participation/schema.ts";
import { addStep } from "#modules/participation/steps/commands.ts";
import { findCandidate } from "./queries.ts";

export type NewCheck = {
  readonly kind: FundCheck["kind"];
  readonly verdict: FundCheck["verdict"];
  /** What it costs, as the office sees it; needed when the cost passes. */
  readonly costCents: number | null;
  /** Who checked it: "Bauamt". */
  readonly officeWords: string;
  /** The reason, for everybody to read. */
  readonly words: string;
};

export type CheckRefusal = "onBallot" | "noCost" | "outsideBounds";

/**
 * An office says whether a proposal may be funded, or what it costs, with its reason. It may say so again and
 * otherwise, until the ballot is announced: then what was checked stands.
 */
export const recordCheck = async (
  ctx: Context,
  proposal: Id<"proposal">,
  check: NewCheck,
): Promise<Outcome<null, CheckRefusal>> => {
  allow(may.run(ctx));
  const row = found(
    await ctx.db
      .selectFrom("proposals")
      .select(["id", "processId"])
      .where("id", "=", proposal)
      .where("state", "=", "published")
      .forUpdate()
      .executeTakeFirst(),
  );
  const fund = found(await findFund(ctx, row.processId));
  const ballot = fund.ballotId && (await findBallot(ctx, fund.ballotId));
  if (ballot && ballot.state !== "draft") return refused("onBallot");
  const passes = check.verdict === "passed";
  if (check.kind === "cost" && passes) {
    if (check.costCents === null) return refused("noCost");
    if (check.costCents < fund.leastCostCents || check.costCents > fund.mostCostCents)
      return refused("outsideBounds");
  }
  await ctx.db
    .insertInto("fundChecks")
    .values({
      ...check,
      costCents: check.kind === "cost" ? check.costCents : null,
      proposalId: proposal,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      madeAt: ctx.now,
    })
    .execute();
  await addStep(ctx, proposal, passes ? "checkPassed" : "checkFailed", {
    title: check.officeWords,
    words: check.words,
  });
  await answerByCheck(ctx, fund, proposal, check);
  return done(null);
};

/** What was checked is the answer of the administration: it goes to the vote, or it cannot be, and why. */
const answerByCheck = async (
  ctx: Context,
  fund: Fund,
  proposal: Id<"proposal">,
  { officeWords, words }: NewCheck,
): Promise<void> => {
  const standing = (await findCandidate(ctx, fund, proposal))?.standing;
  if (standing !== "ready" && standing !== "failed") return;
  const owed = await ctx.db
    .selectFrom("processAnswers")
    .select("id")
    .where("proposalId", "=", proposal)
    .where("questionWords", "=", "")
    .where("state", "=", "published")
    .executeTakeFirst();
  if (!owed) return;
  const verdict = standing === "ready" ? "ballot" : "no";
  await giveAnswer(ctx, owed.id, { verdict, words, answererWords: officeWords });
};
