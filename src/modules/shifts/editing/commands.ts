import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { addShift } from "#modules/shifts/commands.ts";
import { type NeedRefusal, type ShiftInput, type SpanRefusal, wrongSpan } from "#modules/shifts/policy.ts";

type Added = Outcome<readonly Id<"shift">[], SpanRefusal | NeedRefusal | "already">;

/** Adds the same shift on several days, all or none. */
export const addShifts = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  inputs: readonly ShiftInput[],
): Promise<Added> => {
  for (const input of inputs) {
    const wrong = wrongSpan(ctx, input);
    if (wrong) return refused(wrong);
  }
  const ids: Id<"shift">[] = [];
  for (const input of inputs) {
    const outcome = await addShift(ctx, opportunityId, input);
    if (!outcome.ok) return outcome;
    ids.push(outcome.value);
  }
  return done(ids);
};
