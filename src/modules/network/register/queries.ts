import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { CooperationRow } from "#modules/network/cooperations/queries.ts";

/** The views of the register, the most urgent first. */
export const registerViews = ["proposed", "confirmed", "ended", "other"] as const;
export type RegisterView = (typeof registerViews)[number];

/** In which view a cooperation stands. */
export const viewOf = (
  { state, endsOn }: Pick<CooperationRow, "state" | "endsOn">,
  today: string,
): RegisterView => {
  if (state === "proposed") return "proposed";
  if (state !== "confirmed") return "other";
  return endsOn !== null && endsOn < today ? "ended" : "confirmed";
};

/** How many stand in each view. */
export const countViews = async (
  ctx: Context,
  today: string,
): Promise<Readonly<Record<RegisterView, number>>> => {
  const { rows } = await sql<Record<RegisterView, number>>`
    select
      count(*) filter (where state = 'proposed')::int as proposed,
      count(*) filter (where state = 'confirmed' and (ends_on is null or ends_on >= ${today}::date))::int as confirmed,
      count(*) filter (where state = 'confirmed' and ends_on < ${today}::date)::int as ended,
      count(*) filter (where state in ('declined', 'withdrawn'))::int as other
    from cooperations`.execute(ctx.db);
  return rows[0] ?? { proposed: 0, confirmed: 0, ended: 0, other: 0 };
};
