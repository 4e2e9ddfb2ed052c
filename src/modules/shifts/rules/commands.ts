import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, type Plan } from "#modules/shifts/queries.ts";
import type { SignupRule } from "#modules/shifts/schema.ts";
import { type Decision, listRules } from "./queries.ts";

/** Writes down what a rule decided about these sign-ups, and what it found. */
export const noteDecisions = async (
  ctx: Context,
  { ruleId, decision, found: value }: Decision,
  signupIds: readonly Id<"signup">[],
): Promise<void> => {
  await ctx.db
    .insertInto("ruleDecisions")
    .values(signupIds.map((signupId) => ({ ruleId, signupId, decision, found: value })))
    .execute();
};

export type NewRule = Pick<SignupRule, "decision" | "fact" | "comparison" | "value" | "words"> & {
  /** For this offer only, or for all of its organization. */
  readonly everywhere: boolean;
};

const most = 50;

// Two who write rules of one organization at once queue here.
const planToRule = async (ctx: Context, opportunityId: Id<"opportunity">): Promise<Plan> => {
  const plan = found(await findPlan(ctx, opportunityId));
  allow(may.plan(ctx, plan));
  await ctx.db
    .selectFrom("organizations")
    .select("id")
    .where("id", "=", plan.organizationId)
    .forNoKeyUpdate()
    .execute();
  return plan;
};

const rulesOf = (ctx: Context, plan: Plan) =>
  listRules(ctx, { organizationId: plan.organizationId, opportunityId: plan.id });

/** Adds a rule behind the others. It decides from now on; what is decided stays. */
export const addRule = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  { everywhere, ...rule }: NewRule,
): Promise<Outcome<Id<"signupRule">, "many">> => {
  const plan = await planToRule(ctx, opportunityId);
  if ((await rulesOf(ctx, plan)).length >= most) return refused("many");
  const { id } = await ctx.db
    .insertInto("signupRules")
    .values({
      ...rule,
      organizationId: plan.organizationId,
      opportunityId: everywhere ? null : opportunityId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from signup_rules
        where organization_id = ${plan.organizationId})`,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "signup_rule.added", id, { opportunityId, ...rule });
  return done(id);
};

/** Ends a rule; its decisions stay, with what it found. */
export const endRule = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  id: Id<"signupRule">,
): Promise<Outcome<null, never>> => {
  const plan = await planToRule(ctx, opportunityId);
  found((await rulesOf(ctx, plan)).find((rule) => rule.id === id));
  await ctx.db.updateTable("signupRules").set({ endedAt: ctx.now }).where("id", "=", id).execute();
  await record(ctx, "signup_rule.ended", id, { opportunityId });
  return done(null);
};

/** Lets a rule decide before the one above it, among those of the same reach. */
export const raiseRule = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  id: Id<"signupRule">,
): Promise<Outcome<null, never>> => {
  const plan = await planToRule(ctx, opportunityId);
  const rules = await rulesOf(ctx, plan);
  const rule = found(rules.find((one) => one.id === id));
  const same = rules.filter((one) => one.opportunityId === rule.opportunityId);
  const above = same[same.indexOf(rule) - 1];
  if (!above) return done(null);
  await sql`update signup_rules set position = case id when ${id} then ${above.position}::int else ${rule.position}::int end
    where id in (${id}, ${above.id})`.execute(ctx.db);
  await record(ctx, "signup_rule.raised", id, { opportunityId });
  return done(null);
};
