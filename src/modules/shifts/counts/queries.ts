import { type RawBuilder, sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { zone } from "#core/local-time.ts";

/** Sign-ups that hold a place or wait for one. */
export const liveStates = ["asked", "confirmed", "waiting", "offered"] as const;

type Truth = {
  readonly opportunityId: Id<"opportunity">;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly times: number;
  readonly seats: number;
  readonly seatsTaken: number;
};

/**
 * What offers say of themselves, read off their shifts: the next start, the last end, the parts of the week (those of
 * `methods/week-parts.ts`, in the clock of the town), and the places of the shifts ahead. When none is ahead no place is.
 */
export const truthOf = (ctx: Context, ids: readonly Id<"opportunity">[]) => {
  const start = sql`(s.starts_at at time zone ${zone})`;
  const lastMinute = sql`((s.ends_at - interval '1 minute') at time zone ${zone})`;
  const day = sql`(extract(isodow from ${start})::int - 1)`;
  const part = (at: RawBuilder<unknown>) =>
    sql`(case when ${at}::time < '12:00' then 0 when ${at}::time < '17:00' then 1 else 2 end)`;
  const sameDay = sql`${start}::date = (s.ends_at at time zone ${zone})::date`;
  const last = sql`(case when ${sameDay} then ${part(lastMinute)} else ${part(start)} end)`;
  const bits = sql`((1 << (${last} + 1)) - (1 << ${part(start)})) << (${day} * 3)`;
  const ahead = sql`filter (where s.starts_at > ${ctx.now}::timestamptz)`;
  return sql<Truth>`(select opportunity_id, coalesce(next_start, last_start) as starts_at, last_end as ends_at,
      parts as times, greatest(1, least(1000, places)) as seats,
      greatest(0, greatest(1, least(1000, places)) - (places - held)) as seats_taken
    from (select s.opportunity_id, min(s.starts_at) ${ahead} as next_start, max(s.starts_at) as last_start,
        max(s.ends_at) as last_end, coalesce(sum(n.maximum) ${ahead}, 0)::int as places,
        coalesce(sum(n.taken) ${ahead}, 0)::int as held, coalesce(bit_or(${bits}) ${ahead}, 0) as parts
      from shifts s left join lateral (select sum(maximum) as maximum, sum(taken) as taken from shift_needs
        where place_id = s.place_id and shift_id = s.id) n on true
      where s.opportunity_id = any(${[...ids]}::uuid[]) and s.canceled_at is null
      group by s.opportunity_id) sums)`;
};

/** The offers whose next shift has begun since, or whose last one has: what they say of themselves is out of date. */
export const listOutdated = async (ctx: Context): Promise<Id<"opportunity">[]> => {
  const rows = await ctx.db
    .selectFrom("opportunities")
    .select("id")
    .where("rhythm", "=", "slots")
    .where("startsAt", "<=", ctx.now)
    .where(
      sql<boolean>`(exists (select from shifts s where s.place_id = opportunities.place_id
          and s.opportunity_id = opportunities.id and s.canceled_at is null and s.starts_at > ${ctx.now}::timestamptz)
        or (seats > seats_taken and exists (select from shifts s where s.place_id = opportunities.place_id
          and s.opportunity_id = opportunities.id and s.canceled_at is null)))`,
    )
    .orderBy("id")
    .limit(5_000)
    .execute();
  return rows.map(({ id }) => id);
};

/** Is somebody of this shift needed elsewhere at that time? */
export const hasClash = async (
  ctx: Context,
  shiftId: Id<"shift">,
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<boolean> => {
  const { rows } = await sql`select from signups own join signups other on other.place_id = own.place_id
      and other.person_id = own.person_id and other.shift_id <> own.shift_id
    where own.shift_id = ${shiftId} and own.state in ('asked', 'confirmed', 'offered')
      and other.state in ('asked', 'confirmed', 'offered')
      and other.during && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz) limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
};
