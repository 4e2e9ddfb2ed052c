import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { may } from "#modules/workshops/policy.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";

export type Figures = {
  readonly workshopId: WorkshopId;
  readonly coming: number;
  readonly waiting: number;
  readonly cards: number;
};

/** How many come and wait, and how many cards there are, for each of these workshops. */
export const listFigures = async (
  ctx: Context,
  ids: readonly WorkshopId[],
): Promise<ReadonlyMap<WorkshopId, Figures>> => {
  allow(may.run(ctx));
  const { rows } = await sql<Figures>`
    select w.id as workshop_id, coalesce(r.coming, 0)::int as coming, coalesce(r.waiting, 0)::int as waiting,
      coalesce(c.cards, 0)::int as cards
    from workshops w
    left join (
      select place_id, workshop_id, count(*) filter (where state = 'registered') as coming,
        count(*) filter (where state = 'waiting') as waiting
      from workshop_registrations where workshop_id = any(${[...ids]}::uuid[]) group by 1, 2
    ) r on r.place_id = w.place_id and r.workshop_id = w.id
    left join (
      select place_id, workshop_id, count(*) as cards
      from cards where workshop_id = any(${[...ids]}::uuid[]) and withdrawn_at is null group by 1, 2
    ) c on c.place_id = w.place_id and c.workshop_id = w.id
    where w.id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.workshopId, row]));
};
