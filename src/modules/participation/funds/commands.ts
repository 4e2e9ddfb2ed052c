import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { KeptRule } from "./queries.ts";

export type FundInput = {
  readonly budgetCents: number;
  readonly leastCostCents: number;
  readonly mostCostCents: number;
  readonly leastSupports: number;
  readonly criteriaWords: string;
  readonly sourceWords: string;
  readonly rule: KeptRule;
};

export type FundRefusal = "frozen" | "bounds" | "overPot";

/**
 * Says how much is in the pot, what it may be for and by which rule it is given out. From the day the process is
 * published only the words can be changed: nobody may move the goal while others run.
 */
export const saveFund = async (
  ctx: Context,
  process: ProcessId,
  { rule, ...input }: FundInput,
): Promise<Outcome<null, FundRefusal>> => {
  allow(may.run(ctx));
  if (input.leastCostCents > input.mostCostCents) return refused("bounds");
  if (input.mostCostCents > input.budgetCents) return refused("overPot");
  const before = await ctx.db
    .selectFrom("funds")
    .selectAll()
    .where("processId", "=", process)
    .forUpdate()
    .executeTakeFirst();
  if (before?.frozenAt) return refused("frozen");
  const { state } = await ctx.db
    .selectFrom("processes")
    .select("state")
    .where("id", "=", process)
    .executeTakeFirstOrThrow();
  // A pot that is added to a process that already runs stands fast at once.
  const frozenAt = state === "draft" ? null : ctx.now;
  const values = { ...input, rule: JSON.stringify(rule), frozenAt, changedAt: ctx.now };
  if (before) await ctx.db.updateTable("funds").set(values).where("id", "=", before.id).execute();
  else
    await ctx.db
      .insertInto("funds")
      .values({ ...values, processId: process, madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null })
      .execute();
  await record(ctx, "fund.changed", process);
  return done(null);
};

/** The words may become clearer at any time; the pot and its rule may not. */
export const changeFundWords = async (
  ctx: Context,
  process: ProcessId,
  words: Pick<FundInput, "criteriaWords" | "sourceWords">,
): Promise<void> => {
  allow(may.run(ctx));
  await ctx.db
    .updateTable("funds")
    .set({ ...words, changedAt: ctx.now })
    .where("processId", "=", process)
    .execute();
  await record(ctx, "fund.changed", process);
};

/** The round begins: from now on its pot and its rule stand. */
export const freezeFund = async (ctx: Context, process: ProcessId): Promise<void> => {
  await ctx.db
    .updateTable("funds")
    .set({ frozenAt: ctx.now })
    .where("processId", "=", process)
    .where("frozenAt", "is", null)
    .execute();
};
