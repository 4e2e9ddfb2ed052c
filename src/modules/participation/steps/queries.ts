import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { StepKind } from "./vocabulary.ts";

/** What the sentence of a step names besides its kind: a title, a path of the house. Never a person. */
export type StepData = { readonly title?: string; readonly path?: string; readonly words?: string };

export type Step = {
  readonly id: Id<"proposalStep">;
  readonly kind: StepKind;
  readonly data: StepData;
  readonly at: Date;
};

/** The path of a proposal, from its beginning. */
export const listSteps = async (ctx: Context, proposal: Id<"proposal">): Promise<readonly Step[]> => {
  const rows = await ctx.db
    .selectFrom("proposalSteps")
    .select(["id", "kind", "data", "at"])
    .where("proposalId", "=", proposal)
    .orderBy("at")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(({ kind, data, ...row }) => ({
    ...row,
    kind: kind as StepKind,
    data: data as StepData,
  }));
};
