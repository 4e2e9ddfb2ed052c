import { sql } from "kysely";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { budgetLeft, type Fitting, listFitting } from "#modules/opportunities/invitations/queries.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { gateOf, ruleFor } from "#modules/shifts/admission/queries.ts";
import type { Place } from "#modules/shifts/places/queries.ts";

type PersonId = Id<"person">;

type Known = { readonly personId: PersonId; readonly came: number };

/** Those who have been at shifts of this organization, the most frequent first. */
const listKnown = async (ctx: Context, { organizationId }: Place): Promise<Known[]> => {
  const { rows } = await sql<Known>`
    select s.person_id, count(*)::int as came from signups s
    join shifts sh on sh.place_id = s.place_id and sh.id = s.shift_id
    join opportunities o on o.place_id = sh.place_id and o.id = sh.opportunity_id
    join people p on p.place_id = s.place_id and p.id = s.person_id
    left join attendances a on a.place_id = s.place_id and a.signup_id = s.id
    where o.organization_id = ${organizationId} and s.state = 'confirmed' and sh.ends_at < ${ctx.now}
      and p.left_at is null and (a.state is null or a.state in ('arrived', 'left'))
    group by s.person_id order by came desc, max(sh.starts_at) desc, s.person_id limit 200`.execute(ctx.db);
  return rows;
};

/** Who of these cannot come: they have a place at that time, signed up here already, or said no to this shift or offer. */
const listUnfree = async (
  ctx: Context,
  place: Place,
  ids: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> => {
  const people = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ personId: PersonId }>`
    select person_id from signups where person_id = ${people} and state in ('asked', 'confirmed', 'offered')
      and during && tstzrange(${place.startsAt}, ${place.endsAt})
    union select person_id from signups where person_id = ${people} and need_id = ${place.id} and state <> 'passed'
    union select person_id from dismissals where person_id = ${people} and opportunity_id = ${place.opportunityId}
    union select i.person_id from opportunity_invitations i
      join shift_calls c on c.place_id = i.place_id and c.id = i.call_id
      join shift_needs n on n.place_id = c.place_id and n.id = c.need_id
      where i.person_id = ${people} and n.shift_id = ${place.shiftId}`.execute(ctx.db);
  return new Set(rows.map(({ personId }) => personId));
};

export type Candidate = {
  readonly personId: PersonId;
  /** How often they have been at this organization. */
  readonly came: number;
  /** What suggests them, when they were never there. */
  readonly fitting?: Fitting | undefined;
};

export type Candidates = {
  /** Those who may be asked now, in the order in which they are asked. */
  readonly askable: readonly Candidate[];
  /** How many more would fit, but have been asked often enough this month. */
  readonly spent: number;
};

const mostLookedAt = 60;

const passes = async (ctx: Context, place: Place, personId: PersonId): Promise<boolean> => {
  const gate = await gateOf(ctx, [place], personId);
  if (typeof gate === "string" || gate.size > 0) return false;
  return (await ruleFor(ctx, place, personId, 1)).state !== "blocked";
};

/**
 * Who could be asked to fill a place: first those who have been there before, the most frequent first, then those
 * whose wishes fit best. Everybody passes the gates of a sign-up, is free at that time, and has not said no.
 */
export const findCandidates = async (
  ctx: Context,
  place: Place,
  offer: WholeOpportunity,
): Promise<Candidates> => {
  const known: Candidate[] = await listKnown(ctx, place);
  const knownIds = new Set(known.map(({ personId }) => personId));
  const fitting = (await listFitting(ctx, offer)).filter(({ personId }) => !knownIds.has(personId));
  const all = [...known, ...fitting.map((one) => ({ personId: one.personId, came: 0, fitting: one }))];
  const ids = all.map(({ personId }) => personId);
  const unfree = await listUnfree(ctx, place, ids);
  const budget = await budgetLeft(ctx, ids);
  const askable: Candidate[] = [];
  let spent = 0;
  const house = { ...ctx, actor: system };
  for (const one of all.filter(({ personId }) => !unfree.has(personId)).slice(0, mostLookedAt)) {
    if (!(await passes(house, place, one.personId))) continue;
    if ((budget.get(one.personId) ?? 0) > 0) askable.push(one);
    else spent += 1;
  }
  return { askable, spent };
};

/** The calls for the places of a shift, newest first, each with its answers in numbers. */
export const listCalls = (ctx: Context, shiftId: Id<"shift">) =>
  ctx.db
    .selectFrom("shiftCalls")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "shiftCalls.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .select(["shiftCalls.id", "shiftCalls.needId", "shiftCalls.words", "shiftCalls.asked"])
    .select(["shiftCalls.madeAt", "shiftCalls.endedAt", "shiftRoles.name as role"])
    .select(
      sql<number>`(select count(*)::int from opportunity_invitations i where i.place_id = shift_calls.place_id
        and i.call_id = shift_calls.id and i.answer = 'yes')`.as("yes"),
    )
    .select(
      sql<number>`(select count(*)::int from opportunity_invitations i where i.place_id = shift_calls.place_id
        and i.call_id = shift_calls.id and i.answer = 'no')`.as("no"),
    )
    .where("shiftNeeds.shiftId", "=", shiftId)
    .orderBy("shiftCalls.madeAt", "desc")
    .orderBy("shiftCalls.id")
    .limit(50)
    .execute();

export type CallRow = Awaited<ReturnType<typeof listCalls>>[number];
