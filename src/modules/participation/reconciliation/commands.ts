import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { ballotToWrite } from "#modules/participation/ballots/commands.ts";
import { countOpenPiles, differencesOf, numbersOf, type Reconciliation } from "./queries.ts";

export type ReconcileRefusal = "notClosed" | "letters" | "piles" | "unused" | "sameName" | "unexplained";

export type Signed = {
  readonly unused: number;
  readonly firstName: string;
  readonly secondName: string;
  readonly words: string;
};

const shortest = 20;

/** Two people sign that roll and box agree, or say in words why they do not. Before that nothing is counted. */
export const reconcile = async (
  ctx: Context,
  ballotId: Id<"ballot">,
  { unused, firstName, secondName, words }: Signed,
): Promise<Outcome<null, ReconcileRefusal>> => {
  const ballot = await ballotToWrite(ctx, ballotId);
  if (ballot.state !== "closed") return refused("notClosed");
  if (ballot.countsUntil && ballot.countsUntil > ctx.now) return refused("letters");
  if ((await countOpenPiles(ctx, ballotId)) > 0) return refused("piles");
  if (firstName.toLowerCase() === secondName.toLowerCase()) return refused("sameName");
  const numbers = await numbersOf(ctx, ballotId);
  if (unused > numbers.printed) return refused("unused");
  if (differencesOf(numbers, unused).length > 0 && words.length < shortest) return refused("unexplained");
  const signed: Reconciliation = { numbers, unused, firstName, secondName, at: ctx.now.toISOString() };
  await ctx.db
    .updateTable("ballots")
    .set({
      reconciliation: JSON.stringify(signed),
      reconciliationWords: words,
      // What was counted before it was signed does not count any more.
      tally: null,
      seal: null,
      changedAt: ctx.now,
    })
    .where("id", "=", ballotId)
    .execute();
  await record(ctx, "ballot.reconciled", ballotId);
  return done(null);
};
