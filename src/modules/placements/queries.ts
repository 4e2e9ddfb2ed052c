import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays, weekdayOf } from "#core/local-time.ts";
import { may } from "./policy.ts";

/** What was talked about with a person, newest first. */
export const listConsultations = (ctx: Context, personId: Id<"person">) => {
  allow(may.consult(ctx));
  return ctx.db
    .selectFrom("consultations")
    .leftJoin("people as adviser", "adviser.id", "consultations.heldBy")
    .selectAll("consultations")
    .select("adviser.name as adviser")
    .where("consultations.personId", "=", personId)
    .orderBy("heldAt", "desc")
    .limit(50)
    .execute();
};

export type ConsultationRow = Awaited<ReturnType<typeof listConsultations>>[number];

/** One of them. */
export const findConsultation = (ctx: Context, personId: Id<"person">, id: Id<"consultation">) => {
  allow(may.consult(ctx));
  return ctx.db
    .selectFrom("consultations")
    .selectAll()
    .where("personId", "=", personId)
    .where("id", "=", id)
    .executeTakeFirst();
};

/** Offers kept to talk about, newest first. */
export const shortlistOf = (ctx: Context, personId: Id<"person">) => {
  allow(may.consult(ctx));
  return ctx.db
    .selectFrom("shortlistEntries")
    .innerJoin("opportunities", "opportunities.id", "shortlistEntries.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .select([
      "opportunities.id",
      "opportunities.slug",
      "opportunities.title",
      "opportunities.state",
      "organizations.name as organization",
      "shortlistEntries.reason",
      "shortlistEntries.putAt",
    ])
    .where("shortlistEntries.personId", "=", personId)
    .orderBy("putAt", "desc")
    .limit(30)
    .execute();
};

export type ShortlistRow = Awaited<ReturnType<typeof shortlistOf>>[number];

export type Figures = {
  /** Different people who were advised in that calendar year. */
  readonly consulted: number;
  /** Of them: those who found a place. */
  readonly placed: number;
  /** Of those: still there, as the newest follow-up that was due says. */
  readonly stayed: number;
  /** Of those: nobody could tell us. */
  readonly unreached: number;
};

/** The true numbers of a year, each with its base; counts only, so anybody may read them. */
export const figuresOf = async (ctx: Context, year: number): Promise<Figures> => {
  const { rows } = await sql<Figures>`
    with advised as (
      select distinct person_id from consultations
      where held_at >= ${instantAt(`${year}-01-01`)} and held_at < ${instantAt(`${year + 1}-01-01`)}
    ), places_found as (
      select r.person_id, r.id, r.state from referrals r join advised using (person_id)
      where exists (select from referral_states s where s.referral_id = r.id and s.state = 'placed')
    ), heard as (
      select p.person_id, p.state, due.week as due_week, good.answer
      from places_found p
      left join lateral (select max(f.week) as week from follow_ups f
        where f.referral_id = p.id and f.due_on <= ${dayOf(ctx.now)}::date) due on true
      left join lateral (select f.answer from follow_ups f
        where f.referral_id = p.id and f.week = due.week and f.answer in ('good', 'unsure', 'not_good')
        order by f.side = 'person' desc limit 1) good on true
    ), people_found as (
      select person_id,
        bool_or(state = 'placed' and answer in ('good', 'unsure')) as stayed,
        bool_or(state = 'placed' and due_week is not null and answer is null) as unreached
      from heard group by person_id
    )
    select (select count(*) from advised)::int as consulted,
      count(*)::int as placed,
      count(*) filter (where stayed)::int as stayed,
      count(*) filter (where unreached and not coalesce(stayed, false))::int as unreached
    from people_found`.execute(ctx.db);
  return rows[0] ?? { consulted: 0, placed: 0, stayed: 0, unreached: 0 };
};

/** So many days from now, and not on a weekend: when the office should have done something. */
export const dueIn = (ctx: Pick<Context, "now">, days: number): Date => {
  const day = plusDays(dayOf(ctx.now), days);
  const afterFriday = weekdayOf(day) - 4;
  return instantAt(afterFriday > 0 ? plusDays(day, 3 - afterFriday) : day);
};

/** The language in which somebody reads our mail: theirs, when this town speaks it. */
export const readerOf = (ctx: Context, language: string | null): Context => ({
  ...ctx,
  language: language !== null && ctx.place.languages.includes(language) ? language : "de",
});
