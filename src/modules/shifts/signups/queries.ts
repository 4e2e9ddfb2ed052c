import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { managedBy } from "#modules/opportunities/queries.ts";
import { becauseOf } from "#modules/shifts/rules/vocabulary.ts";
import type { SignupRule } from "#modules/shifts/schema.ts";

/** Whose sign-ups somebody sees: their own, and those of the plans they write. */
const visible = (ctx: Pick<Context, "actor">) => {
  if (isStaff(ctx.actor)) return sql<boolean>`true`;
  if (ctx.actor.kind !== "person") return sql<boolean>`false`;
  return sql<boolean>`(signups.person_id = ${ctx.actor.id}
    or opportunities.organization_id = any(${managedBy(ctx)}::uuid[]))`;
};

const signupsWith = (ctx: Context) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .leftJoin("people", "people.id", "signups.personId")
    .select(["signups.id", "signups.needId", "signups.shiftId", "signups.personId", "signups.party"])
    .select(["signups.partyNames", "signups.state", "signups.stateSince", "signups.how", "signups.number"])
    .select(["signups.fixed", "signups.commitmentId", "signups.words", "signups.offeredAt"])
    .select(["signups.offerExpiresAt", "signups.madeAt"])
    .select(["shifts.title", "shifts.startsAt", "shifts.endsAt", "shifts.whereText", "shifts.canceledAt"])
    .select(["shifts.canceledWhy", "shifts.revision", "shifts.changedAt", "shifts.words as shiftWords"])
    .select(["shiftNeeds.roleId", "shiftRoles.name as role"])
    .select(["opportunities.id as opportunityId", "opportunities.title as offer", "opportunities.slug"])
    .select(["opportunities.street", "opportunities.postcode", "opportunities.townName"])
    .select(["organizations.id as organizationId", "organizations.name as organization"])
    .select(sql<string>`coalesce(people.name, signups.name)`.as("name"));

const seen = (ctx: Context) => signupsWith(ctx).where(visible(ctx));

export type SignupRow = Awaited<ReturnType<ReturnType<typeof signupsWith>["execute"]>>[number];

/** One sign-up with its shift: for whoever signed up, and for whoever writes the plan. */
export const findSignup = (ctx: Context, id: Id<"signup">): Promise<SignupRow | undefined> =>
  seen(ctx).where("signups.id", "=", id).executeTakeFirst();

export type SignupSearch = {
  readonly states?: readonly SignupRow["state"][] | undefined;
  /** Shifts that end after this moment. */
  readonly from?: Date | undefined;
  /** Shifts that start before this moment. */
  readonly until?: Date | undefined;
  readonly limit: number;
};

const narrowed = (ctx: Context, { states, from, until }: SignupSearch) =>
  seen(ctx)
    .$if(states !== undefined, (query) => query.where("signups.state", "in", [...(states ?? [])]))
    .$if(from !== undefined, (query) => query.where("shifts.endsAt", ">", from ?? ctx.now))
    .$if(until !== undefined, (query) => query.where("shifts.startsAt", "<", until ?? ctx.now));

/** Somebody's sign-ups by the start of the shift. */
export const signupsOf = (ctx: Context, personId: Id<"person">, search: SignupSearch): Promise<SignupRow[]> =>
  narrowed(ctx, search)
    .where("signups.personId", "=", personId)
    .orderBy("shifts.startsAt", search.from ? "asc" : "desc")
    .orderBy("signups.id")
    .limit(search.limit)
    .execute();

/** Everybody who signed up for the shifts of an offer, by shift, role and number; for whoever writes the plan. */
export const listSignups = (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  search: SignupSearch & { readonly shiftId?: Id<"shift"> | undefined },
): Promise<SignupRow[]> =>
  narrowed(ctx, search)
    .where("shifts.opportunityId", "=", opportunityId)
    .$if(search.shiftId !== undefined, (query) =>
      query.where("signups.shiftId", "=", search.shiftId ?? ("" as never)),
    )
    .orderBy("shifts.startsAt")
    .orderBy("shifts.id")
    .orderBy("shiftRoles.position")
    .orderBy("signups.number")
    .orderBy("signups.id")
    .limit(search.limit)
    .execute();

type Deciding = Pick<SignupRule, "fact" | "comparison" | "value"> & { readonly found: number };

/** Each step of a sign-up, oldest first, with who took it and why; what a rule decided with what it found. */
export const listSteps = async (ctx: Context, id: Id<"signup">) => {
  const rows = await ctx.db
    .selectFrom("signupStates")
    .leftJoin("people", "people.id", "signupStates.byId")
    .select(["signupStates.state", "signupStates.reason", "signupStates.words", "signupStates.at"])
    .select("people.name as by")
    .select(
      sql<Deciding | null>`case when signup_states.reason = 'rule' then (
        select json_build_object('fact', r.fact, 'comparison', r.comparison, 'value', r.value, 'found', d.found)
        from rule_decisions d join signup_rules r on r.place_id = d.place_id and r.id = d.rule_id
        where d.place_id = signup_states.place_id and d.signup_id = signup_states.signup_id
        order by d.at limit 1) end`.as("rule"),
    )
    .where("signupId", "=", id)
    .orderBy("signupStates.at")
    .orderBy("signupStates.id")
    .limit(100)
    .execute();
  return rows.map(({ rule, ...row }) => (rule && !row.words ? { ...row, words: becauseOf(ctx, rule) } : row));
};

export type StepRow = Awaited<ReturnType<typeof listSteps>>[number];

/** As which number those who wait are called next: of everybody who still waits for the same need. */
export const listPositions = async (
  ctx: Context,
  ids: readonly Id<"signup">[],
): Promise<ReadonlyMap<Id<"signup">, number>> => {
  const { rows } = await sql<{ id: Id<"signup">; position: number }>`
    select s.id, (select count(*)::int from signups o where o.place_id = s.place_id and o.need_id = s.need_id
      and o.state in ('waiting', 'offered') and o.number <= s.number) as position
    from signups s where s.id = any(${[...ids]}::uuid[]) and s.state = 'waiting'`.execute(ctx.db);
  return new Map(rows.map(({ id, position }) => [id, position]));
};
