import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

const daysAhead = 7;

export type ThinPlan = {
  readonly opportunityId: Id<"opportunity">;
  readonly title: string;
  readonly shifts: number;
  readonly missing: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** The plans with shifts in the next week to which people are missing; of all, or of one offer. */
export const listThin = async (ctx: Context, only?: Id<"opportunity">): Promise<readonly ThinPlan[]> => {
  const until = new Date(+ctx.now + daysAhead * 86_400_000);
  const { rows } = await sql<ThinPlan>`
    select o.id as opportunity_id, o.title, count(distinct s.id)::int as shifts,
      sum(n.minimum - n.taken)::int as missing, min(s.starts_at) as starts_at,
      (array_agg(s.ends_at order by s.starts_at, s.id))[1] as ends_at
    from shifts s
      join shift_needs n on n.place_id = s.place_id and n.shift_id = s.id and n.taken < n.minimum
      join opportunities o on o.place_id = s.place_id and o.id = s.opportunity_id
    where s.canceled_at is null and s.starts_at > ${ctx.now}::timestamptz and s.starts_at < ${until}::timestamptz
      and o.state = 'published' and (${only ?? null}::uuid is null or o.id = ${only ?? null}::uuid)
    group by o.place_id, o.id limit 1000`.execute(ctx.db);
  return rows;
};

/** The offers for which the office was told that people are missing. */
export const listTold = async (ctx: Context): Promise<Id<"opportunity">[]> => {
  const rows = await ctx.db
    .selectFrom("tasks")
    .innerJoin("opportunities", (join) =>
      join.on(sql<boolean>`opportunities.id::text = tasks.subject_id::text`),
    )
    .select("opportunities.id")
    .where("tasks.kind", "=", "shift")
    .where("tasks.doneAt", "is", null)
    .limit(1_000)
    .execute();
  return rows.map(({ id }) => id);
};

/** Was the office told that people are missing at this offer? */
export const isTold = async (ctx: Context, opportunityId: Id<"opportunity">): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom("tasks")
    .select("id")
    .where("kind", "=", "shift")
    .where("subjectId", "=", opportunityId)
    .where("doneAt", "is", null)
    .executeTakeFirst();
  return row !== undefined;
};
