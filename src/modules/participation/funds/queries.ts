import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { GreedyRule, SharesRule } from "#methods/ballot.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Fund } from "#modules/participation/schema.ts";

export type FundRule = SharesRule | GreedyRule;

/** The rule without its pot, as a fund keeps it. */
export type KeptRule = Omit<SharesRule, "budget"> | Omit<GreedyRule, "budget">;

/** The fund of a process, if it gives out money. */
export const findFund = (ctx: Context, process: ProcessId): Promise<Fund | undefined> =>
  ctx.db.selectFrom("funds").selectAll().where("processId", "=", process).executeTakeFirst();

/** The fund that a ballot decides on. */
export const findFundOfBallot = (ctx: Context, ballot: Id<"ballot">): Promise<Fund | undefined> =>
  ctx.db.selectFrom("funds").selectAll().where("ballotId", "=", ballot).executeTakeFirst();

/** The rule of a fund, with its pot. */
export const ruleOf = ({ rule, budgetCents }: Pick<Fund, "rule" | "budgetCents">): FundRule => ({
  ...(rule as KeptRule),
  budget: budgetCents,
});

/** What is recommended for a small fund: threshold, equal shares, one euro more each while the pot lasts, then by votes. */
export const recommended: Omit<SharesRule, "budget"> = {
  kind: "equalShares",
  paper: "approval",
  utility: "cost",
  leastVotes: 0,
  completion: "add1",
  step: 100,
  thenByVotes: true,
  comparison: false,
  most: 0,
};
