import type { Context } from "#core/context.ts";
import type { Plan as Problem } from "#methods/assignment-plan.ts";
import { type ProposalRow, problemOf } from "#modules/shifts/computing/queries.ts";
import { findProblem, namesOf } from "#modules/shifts/problems/queries.ts";
import type { Plan } from "#modules/shifts/queries.ts";

/** What would go into a proposal now, in three numbers. */
export const countProblem = async (ctx: Context, plan: Plan) => {
  const { helpers, needs, assignments } = await findProblem(ctx, plan);
  return {
    helpers: helpers.length,
    places: needs.reduce((sum, { minimum }) => sum + minimum, 0),
    fixed: needs.reduce((sum, { held }) => sum + held, 0) + assignments.filter(({ fixed }) => fixed).length,
  };
};

/** The problem of a proposal with the names of people, so that it can be read and solved elsewhere. */
export const namedProblem = async (ctx: Context, row: ProposalRow): Promise<Problem | undefined> => {
  const problem = await problemOf(ctx, row.id);
  if (!problem) return undefined;
  const names = await namesOf(
    ctx,
    problem.helpers.map(({ id }) => id),
  );
  return { ...problem, helpers: problem.helpers.map((one) => ({ ...one, name: names.get(one.id) ?? "" })) };
};
