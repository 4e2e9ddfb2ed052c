import type { Context } from "#core/context.ts";
import type { Plan as Problem } from "#methods/assignment-plan.ts";
import type { Change } from "#modules/shifts/adoptions/policy.ts";
import { changesOf, findToday, type Today } from "#modules/shifts/adoptions/queries.ts";
import { type ProposalRow, problemOf } from "#modules/shifts/computing/queries.ts";
import { namesOf } from "#modules/shifts/problems/queries.ts";

/** A computed proposal beside today's plan, with the names of everybody it speaks of. */
export type Comparison = {
  readonly problem: Problem;
  readonly today: Today;
  readonly changes: readonly Change[];
  readonly names: ReadonlyMap<string, string>;
};

/** Nothing while there is no answer. */
export const compare = async (ctx: Context, row: ProposalRow): Promise<Comparison | undefined> => {
  const problem = row.result.answer && (await problemOf(ctx, row.id));
  if (!problem) return undefined;
  const today = await findToday(ctx, row);
  const names = await namesOf(ctx, [
    ...problem.helpers.map(({ id }) => id),
    ...today.holding.flatMap(({ personId }) => (personId ? [personId] : [])),
  ]);
  return { problem, today, changes: changesOf(problem, row, today), names };
};
