import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { SignupRule } from "#modules/shifts/schema.ts";

type PersonId = Id<"person">;
export type Fact = SignupRule["fact"];

/** What is known of somebody who signs up, as numbers; what nobody knows is null, and no rule speaks of it. */
export type Facts = Readonly<Record<Fact, number | null>>;

type Known = Omit<Facts, "party">;

/**
 * What an organization knows of these people: how often they came, stayed away and how many of 100 times they came;
 * for how many days the town knows them; whether they are of age; how many qualifications were seen, and whether a
 * certificate of good conduct is among them.
 */
export const factsOf = async (
  ctx: Context,
  people: readonly PersonId[],
  organizationId: Id<"organization">,
): Promise<ReadonlyMap<PersonId, Known>> => {
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ personId: PersonId; facts: Known }>`
    with been as (
      select s.person_id, count(*) filter (where a.state in ('arrived', 'left'))::int as came,
        count(*) filter (where a.state = 'missed')::int as missed
      from attendances a
      join signups s on s.place_id = a.place_id and s.id = a.signup_id
      join shifts t on t.place_id = s.place_id and t.id = s.shift_id
      join opportunities o on o.place_id = t.place_id and o.id = t.opportunity_id
      where s.person_id = any(${[...people]}::uuid[]) and o.organization_id = ${organizationId}
      group by s.person_id
    )
    select p.id as person_id, json_build_object(
      'attended', coalesce(b.came, 0), 'missed', coalesce(b.missed, 0),
      'attendance', case when b.came + b.missed > 0 then (100 * b.came / (b.came + b.missed))::int end,
      'days_known', floor(extract(epoch from ${ctx.now}::timestamptz - p.created_at) / 86400)::int,
      'age_adult', case p.age_band when 'adult' then 1 when 'under16' then 0 when '16to17' then 0 end,
      'qualified', (select count(*)::int from held_qualifications h where h.place_id = p.place_id and h.person_id = p.id
        and h.seen_at is not null and h.ended_at is null
        and coalesce(h.valid_until, 'infinity') >= ${dayOf(ctx.now)}::date),
      'checked', (select count(*)::int from held_qualifications h
        join qualifications q on q.place_id = h.place_id and q.id = h.qualification_id
        where h.place_id = p.place_id and h.person_id = p.id and h.seen_at is not null and h.ended_at is null
          and coalesce(h.valid_until, 'infinity') >= ${dayOf(ctx.now)}::date
          and q.name ilike '%führungszeugnis%')) as facts
    from people p left join been b on b.person_id = p.id
    where p.id = any(${[...people]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ personId, facts }) => [personId, facts]));
};

type Judging = Pick<SignupRule, "id" | "decision" | "fact" | "comparison" | "value">;
export type Decision = {
  readonly ruleId: Id<"signupRule">;
  readonly decision: SignupRule["decision"];
  readonly found: number;
};

/** The first rule that applies decides; nothing when none does. */
export const decide = (rules: readonly Judging[], facts: Facts): Decision | undefined => {
  for (const { id, decision, fact, comparison, value } of rules) {
    const found = facts[fact];
    if (found === null) continue;
    if (comparison === "at_least" ? found >= value : found <= value) return { ruleId: id, decision, found };
  }
  return undefined;
};

/** The rules that hold for an offer: its own first, then those of its organization, each in their order. */
export const listRules = (
  ctx: Context,
  { organizationId, opportunityId }: { organizationId: Id<"organization">; opportunityId: Id<"opportunity"> },
) =>
  ctx.db
    .selectFrom("signupRules")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .where((where) =>
      where.or([where("opportunityId", "is", null), where("opportunityId", "=", opportunityId)]),
    )
    .where("endedAt", "is", null)
    .orderBy(sql`opportunity_id is null`)
    .orderBy("position")
    .orderBy("id")
    .limit(50)
    .execute();

export type RuleRow = Awaited<ReturnType<typeof listRules>>[number];

/** How often each rule has decided. */
export const countDecisions = async (
  ctx: Context,
  ruleIds: readonly Id<"signupRule">[],
): Promise<ReadonlyMap<Id<"signupRule">, number>> => {
  const { rows } = await sql<{ ruleId: Id<"signupRule">; n: number }>`
    select rule_id, count(*)::int as n from rule_decisions where rule_id = any(${[...ruleIds]}::uuid[])
    group by rule_id`.execute(ctx.db);
  return new Map(rows.map(({ ruleId, n }) => [ruleId, n]));
};

/** What rules decided about the sign-ups of an offer, newest first; about one of them when it is named. */
export const listDecisions = (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  { signupId, limit = 30 }: { readonly signupId?: Id<"signup"> | undefined; readonly limit?: number } = {},
) =>
  ctx.db
    .selectFrom("ruleDecisions")
    .innerJoin("signupRules", "signupRules.id", "ruleDecisions.ruleId")
    .innerJoin("signups", "signups.id", "ruleDecisions.signupId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .leftJoin("people", "people.id", "signups.personId")
    .select(["ruleDecisions.id", "ruleDecisions.decision", "ruleDecisions.found", "ruleDecisions.at"])
    .select(["signupRules.fact", "signupRules.comparison", "signupRules.value"])
    .select(["signups.id as signupId", "signups.state", "signups.personId", "shifts.startsAt"])
    .select(sql<string>`coalesce(people.name, signups.name)`.as("name"))
    .where("shifts.opportunityId", "=", opportunityId)
    .$if(signupId !== undefined, (query) => query.where("signups.id", "=", signupId ?? ("" as never)))
    .orderBy("ruleDecisions.at", "desc")
    .orderBy("ruleDecisions.id", "desc")
    .limit(limit)
    .execute();

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number];

/** What one rule would have said to the last sign-ups of the organization, by what is known today. */
export const previewRule = async (
  ctx: Context,
  organizationId: Id<"organization">,
  rule: Omit<Judging, "id">,
  limit = 50,
) => {
  const rows = await ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("people", "people.id", "signups.personId")
    .select(["signups.id", "signups.party", "signups.state", "signups.madeAt", "people.id as personId"])
    .select("people.name")
    .where("opportunities.organizationId", "=", organizationId)
    .where("signups.how", "=", "self")
    .orderBy("signups.madeAt", "desc")
    .limit(limit)
    .execute();
  const people = [...new Set(rows.map(({ personId }) => personId))];
  const facts = await factsOf(ctx, people, organizationId);
  return rows.map((row) => {
    const known = facts.get(row.personId);
    const found = known ? { ...known, party: row.party }[rule.fact] : null;
    const all: Facts = { ...nothingKnown, [rule.fact]: found };
    return { ...row, found, hits: decide([{ ...rule, id: row.id as never }], all) !== undefined };
  });
};

const nothingKnown: Facts = {
  attended: null,
  missed: null,
  attendance: null,
  days_known: null,
  age_adult: null,
  checked: null,
  qualified: null,
  party: null,
};

export type PreviewRow = Awaited<ReturnType<typeof previewRule>>[number];
