import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { say } from "./messages.ts";
import { isTold, listThin, listTold, type ThinPlan } from "./queries.ts";

const twoDays = 2 * 86_400_000;

const tell = (ctx: Context, plan: ThinPlan) =>
  openTask(ctx, {
    kind: "shift",
    subjectId: plan.opportunityId,
    title: say(ctx)("title", { offer: plan.title, n: plan.missing }),
    detail: say(ctx)("detail", { n: plan.shifts, when: dayAndTime(ctx, plan.startsAt, plan.endsAt) }),
    path: `${paths.plan(plan.opportunityId)}?duenn=on`,
    dueAt: new Date(Math.max(+ctx.now, +plan.startsAt - twoDays)),
  });

/** Puts on the worklist where people are missing within a week, one task a plan; takes it off when there are enough. */
export const watchPlans = async (ctx: Context, only?: Id<"opportunity">): Promise<void> => {
  const thin = await listThin(ctx, only);
  for (const plan of thin) await tell(ctx, plan);
  const told = only ? [only] : await listTold(ctx);
  const filled = told.filter((id) => !thin.some(({ opportunityId }) => opportunityId === id));
  for (const id of filled) await closeTask(ctx, "shift", id, say(ctx)("filled"));
};

/** Somebody comes: when the office was told that people are missing, there may be enough now. */
export const watchFilled = async (ctx: Context, opportunityId: Id<"opportunity">): Promise<void> => {
  if (await isTold(ctx, opportunityId)) await watchSoon(ctx, opportunityId);
};

/** Looks at one plan after this transaction: many may sign up at once, and nobody waits for it. */
export const watchSoon = (ctx: Context, opportunityId: Id<"opportunity">): Promise<void> =>
  enqueue(ctx, "shift.watch", { opportunityId }, { key: opportunityId });
