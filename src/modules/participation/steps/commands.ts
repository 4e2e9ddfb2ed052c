import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import type { StepData } from "./queries.ts";
import type { StepKind } from "./vocabulary.ts";

/** Something happened to a proposal: it stands on its path for everybody, and those upstream hear of it. */
export const addStep = async (
  ctx: Context,
  proposal: Id<"proposal">,
  kind: StepKind,
  data: StepData = {},
): Promise<void> => {
  await ctx.db
    .insertInto("proposalSteps")
    .values({ proposalId: proposal, kind, data: JSON.stringify(data), at: ctx.now })
    .execute();
  await record(ctx, "proposal.moved", proposal, { kind });
};
