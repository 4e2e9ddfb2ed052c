import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";

type PersonId = Id<"person">;
type QualificationId = Id<"qualification">;

/** From when until when somebody is qualified; without an end it holds for ever. */
export type Span = {
  readonly qualificationId: QualificationId;
  readonly from: string;
  readonly until: string | null;
};

/**
 * What these people are qualified for, what it includes as well. Only what somebody has seen counts. It is asked by
 * gates, so it answers for everybody, whoever asks.
 */
export const spansHeld = async (
  ctx: Context,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly Span[]>> => {
  if (people.length === 0) return new Map();
  const { rows } = await sql<Span & { personId: PersonId }>`
    with recursive holding as (
      select person_id, qualification_id, held_since, valid_until from held_qualifications
      where person_id = any(${[...new Set(people)]}::uuid[]) and seen_at is not null and ended_at is null
      union
      select h.person_id, i.included_id, h.held_since, h.valid_until
      from holding h join qualification_includes i on i.qualification_id = h.qualification_id
    )
    select person_id, qualification_id, held_since as "from", valid_until as "until" from holding`.execute(
    ctx.db,
  );
  return Map.groupBy(rows, ({ personId }) => personId);
};

/** Does one of these spans hold on that day? */
export const holdsOn = (spans: readonly Span[], qualification: QualificationId, day: string): boolean =>
  spans.some(
    ({ qualificationId, from, until }) =>
      qualificationId === qualification && from <= day && (until === null || until >= day),
  );

/** What each of these people is qualified for on a day, today when none is named. */
export const heldBy = async (
  ctx: Context,
  people: readonly PersonId[],
  day: string = dayOf(ctx.now),
): Promise<Map<PersonId, Set<QualificationId>>> => {
  const spans = await spansHeld(ctx, people);
  return new Map(
    people.map((person) => {
      const valid = (spans.get(person) ?? []).filter(
        ({ from, until }) => from <= day && (until === null || until >= day),
      );
      return [person, new Set(valid.map(({ qualificationId }) => qualificationId))];
    }),
  );
};

export type QualificationRow = {
  readonly id: QualificationId;
  readonly name: string;
  readonly description: string;
  readonly months: number | null;
  readonly retiredAt: Date | null;
  readonly includes: readonly { readonly id: QualificationId; readonly name: string }[];
};

const limit = 300;

/** What one may be qualified for in this town, by name; those that are not given any more only when asked for. */
export const listQualifications = async (
  ctx: Context,
  { withRetired = false }: { readonly withRetired?: boolean } = {},
): Promise<QualificationRow[]> =>
  ctx.db
    .selectFrom("qualifications")
    .select(["id", "name", "description", "months", "retiredAt"])
    .select(
      sql<QualificationRow["includes"]>`coalesce((
        select json_agg(json_build_object('id', q.id, 'name', q.name) order by q.name collate german)
        from qualification_includes i
        join qualifications q on q.place_id = i.place_id and q.id = i.included_id
        where i.place_id = qualifications.place_id and i.qualification_id = qualifications.id), '[]')`.as(
        "includes",
      ),
    )
    .$if(!withRetired, (query) => query.where("retiredAt", "is", null))
    .orderBy(sql`name collate german`)
    .limit(limit)
    .execute();

/** Days ahead in which something that runs out is said. */
export const aheadDays = 90;

/** How many hold each qualification, how many wait to be seen, and for how many it runs out soon. */
export const countHolders = async (ctx: Context) => {
  const { rows } = await sql<{ id: QualificationId; seen: number; waiting: number; ending: number }>`
    select qualification_id as id,
      count(*) filter (where seen_at is not null and (valid_until is null or valid_until >= ${dayOf(ctx.now)}::date)) as seen,
      count(*) filter (where seen_at is null) as waiting,
      count(*) filter (where seen_at is not null
        and valid_until between ${dayOf(ctx.now)}::date and ${dayOf(ctx.now)}::date + ${aheadDays}::int) as ending
    from held_qualifications where ended_at is null group by qualification_id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
};

const held = (ctx: Context) =>
  ctx.db
    .selectFrom("heldQualifications as h")
    .innerJoin("qualifications as q", "q.id", "h.qualificationId")
    .innerJoin("people as p", "p.id", "h.personId")
    .leftJoin("people as viewer", "viewer.id", "h.seenBy")
    .select([
      "h.id",
      "h.personId",
      "p.name as person",
      "p.language",
      "h.qualificationId",
      "q.name",
      "h.heldSince",
      "h.validUntil",
      "h.seenAt",
      "viewer.name as seenBy",
      "h.endedAt",
    ]);

/** What somebody has told, seen or not, the running ones. */
export const listHeld = (ctx: Context, person: PersonId) =>
  held(ctx)
    .where("h.personId", "=", person)
    .where("h.endedAt", "is", null)
    .orderBy(sql`q.name collate german`)
    .limit(100)
    .execute();

export type HeldRow = Awaited<ReturnType<typeof listHeld>>[number];

/** Who holds one of them: those that wait to be seen first, then by the day it runs out. */
export const listHolders = (ctx: Context, id: QualificationId) =>
  held(ctx)
    .where("h.qualificationId", "=", id)
    .where("h.endedAt", "is", null)
    .where("p.leftAt", "is", null)
    .orderBy(sql`h.seen_at is not null`)
    .orderBy(sql`h.valid_until nulls last`)
    .orderBy(sql`p.name collate german`)
    .limit(500)
    .execute();

/** What runs out in the next weeks, soonest first. */
export const listEnding = (ctx: Context, days = aheadDays) =>
  held(ctx)
    .where("h.endedAt", "is", null)
    .where("h.seenAt", "is not", null)
    .where("p.leftAt", "is", null)
    .where(
      sql<boolean>`h.valid_until between ${dayOf(ctx.now)}::date and ${dayOf(ctx.now)}::date + ${days}::int`,
    )
    .orderBy("h.validUntil")
    .orderBy(sql`p.name collate german`)
    .limit(300)
    .execute();

/** Everything that is kept about one person here, ended ones too. */
export const tellHeld = (ctx: Context, person: PersonId) =>
  ctx.db
    .selectFrom("heldQualifications as h")
    .innerJoin("qualifications as q", "q.id", "h.qualificationId")
    .leftJoin("people as viewer", "viewer.id", "h.seenBy")
    .select(["q.name", "h.heldSince", "h.validUntil", "h.seenAt", "viewer.name as seenBy", "h.endedAt"])
    .where("h.personId", "=", person)
    .orderBy("h.madeAt")
    .limit(500)
    .execute();
