import type { Context } from "#core/context.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, listShifts } from "#modules/shifts/queries.ts";

/** The next shifts of an offer of shifts, few: the page where people choose has all of them. */
export const findNext = async (ctx: Context, offer: WholeOpportunity) => {
  if (offer.rhythm !== "slots" || offer.state !== "published") return undefined;
  const plan = await findPlan(ctx, offer.id);
  if (!plan) return undefined;
  const shifts = await listShifts(ctx, offer.id, { from: ctx.now, limit: 4 });
  return { shifts, mode: plan.mode, mayPlan: may.plan(ctx, plan) };
};

export type NextShifts = Awaited<ReturnType<typeof findNext>>;
