import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { countPresence, listDay } from "#modules/shifts/attendance/queries.ts";

type Plan = Id<"opportunity">;

/** What the tables have made. */
export const countRows = async ({ db }: Context, id: Plan) => {
  const { rows } = await sql<{ shifts: number; helpers: number; people: number; pairs: number }>`
    select (select count(*)::int from shifts where opportunity_id = ${id}) as shifts,
      (select count(*)::int from helpers where opportunity_id = ${id}) as helpers,
      (select count(*)::int from people where email like 'brunnenfest%@post.example') as people,
      (select count(*)::int from helper_pairs p join helpers h on h.id = p.one_id
        where h.opportunity_id = ${id}) as pairs`.execute(db);
  return rows[0];
};

type Place = {
  role: string;
  name: string;
  email: string;
  from: Date;
  to: Date;
  wish: number | null;
  proven: boolean;
};

/** Who has which place, how gladly, and whether they have shown what it asks for. */
export const listPlaces = async ({ db }: Context, id: Plan) => {
  const { rows } = await sql<Place>`
    select r.name as role, p.name, p.email::text, s.starts_at as "from", s.ends_at as "to", w.preference as wish,
      not exists (select from role_qualifications q where q.role_id = r.id and not exists (
        select from held_qualifications h where h.person_id = p.id and h.qualification_id = q.qualification_id
          and h.seen_at is not null and h.ended_at is null and h.valid_until > s.ends_at::date)) as proven
    from signups u join shift_needs n on n.id = u.need_id join shift_roles r on r.id = n.role_id
      join shifts s on s.id = u.shift_id join people p on p.id = u.person_id
      left join helpers h on h.person_id = p.id and h.opportunity_id = s.opportunity_id
      left join shift_wishes w on w.helper_id = h.id and w.need_id = n.id
    where s.opportunity_id = ${id} and u.state = 'confirmed'`.execute(db);
  return rows;
};

/** The places of the plan, as they count themselves and as they are held. */
export const sumUp = async ({ db }: Context, id: Plan) => {
  const { rows } = await sql<{ taken: number; places: number; missing: number; held: number }>`
    select sum(n.taken)::int as taken, sum(n.maximum)::int as places,
      sum(greatest(0, n.minimum - n.taken))::int as missing,
      sum((select count(*) from signups u where u.need_id = n.id and u.state = 'confirmed'))::int as held
    from shift_needs n join shifts s on s.id = n.shift_id where s.opportunity_id = ${id}`.execute(db);
  return rows[0];
};

/** "3 von 5 da" of each shift of a day, as the database counts it. */
export const countDay = async (ctx: Context, id: Plan, day: string) => {
  const shifts = await listDay(ctx, id, day);
  const figures = await countPresence(
    ctx,
    shifts.map((shift) => shift.id),
  );
  return shifts.map((shift) => {
    const { here = 0, expected = 0, gone = 0 } = figures.get(shift.id) ?? {};
    return `${here} von ${expected} da${gone > 0 ? `, ${gone} schon gegangen` : ""}`;
  });
};

/** The minutes that were told to the modules above, and those of the list. */
export const countMinutes = async ({ db }: Context, id: Plan) => {
  const { rows } = await sql<{ told: number; counted: number; people: number; missed: number }>`
    select (select sum((data->>'minutes')::int - coalesce((data->>'before')::int, 0))::int from events
        where name = 'shift.attended' and data->>'opportunityId' = ${id}) as told,
      sum(a.minutes) filter (where u.person_id is not null)::int as counted,
      count(*) filter (where a.minutes > 0 and u.person_id is not null)::int as people,
      count(*) filter (where a.state = 'missed')::int as missed
    from attendances a join signups u on u.id = a.signup_id join shifts s on s.id = u.shift_id
    where s.opportunity_id = ${id}`.execute(db);
  return rows[0];
};
