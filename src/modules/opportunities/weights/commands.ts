import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { whole } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { defaultWeights, questions, type Weights } from "#methods/match-score.ts";
import { weightsOf } from "#modules/opportunities/openings/queries.ts";
import { may } from "./policy.ts";

const weight = whole(0, 100);

/** Ten whole numbers from 0 to 100, as the form sends them. */
export const WeightsInput = z.object({
  fields: weight,
  skills: weight,
  targetGroups: weight,
  times: weight,
  rhythm: weight,
  distance: weight,
  company: weight,
  languages: weight,
  freshness: weight,
  answers: weight,
});

/** Does any answer count at all? */
export const counts = (weights: Weights): boolean => questions.some((name) => weights[name] > 0);

/** Sets how much each answer counts in this town; before and after stay on record, with author and date. */
export const setWeights = async (
  ctx: Context,
  weights: Weights,
): Promise<Outcome<true, "nothing" | "same">> => {
  allow(may.set(ctx));
  if (!counts(weights)) return refused("nothing");
  // Two who save at once queue here, so that what is recorded as "before" is what was before.
  await ctx.db.selectFrom("places").select("id").where("id", "=", ctx.place.id).forUpdate().execute();
  const before = await weightsOf(ctx);
  const changed = Object.entries(weights).some(([name, value]) => before[name as keyof Weights] !== value);
  if (!changed) return refused("same");
  const usual = Object.entries(weights).every(
    ([name, value]) => defaultWeights[name as keyof Weights] === value,
  );
  await ctx.db
    .updateTable("places")
    .set({ matchWeights: JSON.stringify(usual ? {} : weights) })
    .where("id", "=", ctx.place.id)
    .execute();
  await record(ctx, "weights.changed", ctx.place.id, { before, after: weights });
  return done(true);
};
