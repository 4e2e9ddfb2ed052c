import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Decision } from "./queries.ts";

/** Writes down what a rule decided about these sign-ups, and what it found. */
export const noteDecisions = async (
  ctx: Context,
  { ruleId, decision, found }: Decision,
  signupIds: readonly Id<"signup">[],
): Promise<void> => {
  await ctx.db
    .insertInto("ruleDecisions")
    .values(signupIds.map((signupId) => ({ ruleId, signupId, decision, found })))
    .execute();
};
