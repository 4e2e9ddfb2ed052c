import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** Who has seen the file, each once, the last one first. The person reads the same. */
export const viewersOf = async (ctx: Context, personId: Id<"person">): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select coalesce(o.name, p.name) as name, max(l.seen_at) as last from access_log l
    left join people p on p.place_id = l.place_id and p.id = l.viewer_id
    left join organizations o on o.place_id = l.place_id and o.id = l.viewer_organization_id
    where l.person_id = ${personId} and coalesce(o.name, p.name) is not null
    group by 1 order by last desc limit 6`.execute(ctx.db);
  return rows.map(({ name }) => name);
};

const yearsKept = 2;

const lastOf = sql<Date>`greatest(p.created_at,
  (select max(held_at) from consultations where person_id = p.id),
  (select max(arrived_at) from inquiries where person_id = p.id),
  (select max(starts_at) from appointments where person_id = p.id),
  (select max(s.at) from referral_states s join referrals r on r.place_id = s.place_id and r.id = s.referral_id
    where r.person_id = p.id),
  (select max(f.answered_at) from follow_ups f join referrals r on r.place_id = f.place_id and r.id = f.referral_id
    where r.person_id = p.id))`;

/** The last day on which anything happened with this person. */
export const lastContact = async (ctx: Context, personId: Id<"person">): Promise<Date> => {
  const { rows } = await sql<{
    last: Date;
  }>`select ${lastOf} as last from people p where p.id = ${personId}`.execute(ctx.db);
  return rows[0]?.last ?? ctx.now;
};

/** The day on which the file goes, when nothing runs any more: the end of the second year after the last contact. */
export const deletionDay = (last: Date): string => `${last.getUTCFullYear() + yearsKept}-12-31`;

/**
 * The files whose day has passed: kept by the office alone, nothing running, nothing waiting. Who has an account
 * decides about their data themselves.
 */
export const listForgettable = async (ctx: Context, limit: number): Promise<readonly Id<"person">[]> => {
  const { rows } = await sql<{ id: Id<"person"> }>`
    select p.id from people p
    where p.account_id is null and p.left_at is null
      and extract(year from ${lastOf}) + ${yearsKept} < extract(year from ${ctx.now}::timestamptz)
      and not exists (select from referrals r
        where r.person_id = p.id and r.state not in ('ended', 'declined', 'withdrawn'))
      and not exists (select from tasks t where t.person_id = p.id and t.done_at is null)
      and not exists (select from inquiries i where i.person_id = p.id and i.closed_at is null)
      and not exists (select from grants g where g.person_id = p.id and g.ended_at is null)
    order by p.created_at limit ${limit}`.execute(ctx.db);
  return rows.map(({ id }) => id);
};
