import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { managedBy } from "#modules/opportunities/queries.ts";
import type { Need, ShiftRow } from "#modules/shifts/queries.ts";

/** How full a place is: too few, enough but not all, all. */
export type Fullness = "thin" | "enough" | "full";

export const fullnessOf = ({
  taken,
  minimum,
  maximum,
}: Pick<Need, "taken" | "minimum" | "maximum">): Fullness => {
  if (taken < minimum) return "thin";
  return taken < maximum ? "enough" : "full";
};

/** What is still missing to what is needed at least. */
export const missingOf = (needs: readonly Pick<Need, "taken" | "minimum">[]): number =>
  needs.reduce((sum, { taken, minimum }) => sum + Math.max(0, minimum - taken), 0);

export type Totals = {
  readonly places: number;
  readonly taken: number;
  readonly shifts: number;
  readonly thin: number;
  readonly missing: number;
};

/** What these shifts come to. */
export const totalsOf = (shifts: readonly Pick<ShiftRow, "needs">[]): Totals => {
  const needs = shifts.flatMap((shift) => shift.needs);
  return {
    places: needs.reduce((sum, { maximum }) => sum + maximum, 0),
    taken: needs.reduce((sum, { taken }) => sum + taken, 0),
    shifts: shifts.length,
    thin: shifts.filter((shift) => missingOf(shift.needs) > 0).length,
    missing: missingOf(needs),
  };
};

/** Shifts under the day on which they begin. */
export const byDay = <Row extends Pick<ShiftRow, "startsAt">>(
  rows: readonly Row[],
): [day: string, rows: Row[]][] => {
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const day = dayOf(row.startsAt);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days];
};

const contains = (words: string): string => `%${words.replace(/[\\%_]/gu, "\\$&")}%`;

/** The plans one may write, those with the nearest shift first; and the offers that have none yet. */
export const listPlans = async (
  ctx: Context,
  { withShifts, words = "", limit }: { withShifts: boolean; words?: string | undefined; limit: number },
) => {
  const own = managedBy(ctx);
  return ctx.db
    .selectFrom("opportunities")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("shifts")
          .select([
            sql<Date | null>`min(shifts.starts_at)`.as("next"),
            sql<number>`count(*)`.as("ahead"),
            sql<number>`count(*) filter (where exists (select from shift_needs n where n.place_id = shifts.place_id
              and n.shift_id = shifts.id and n.taken < n.minimum))`.as("thin"),
          ])
          .whereRef("shifts.opportunityId", "=", "opportunities.id")
          .where("shifts.canceledAt", "is", null)
          .where("shifts.endsAt", ">", ctx.now)
          .as("coming"),
      (join) => join.onTrue(),
    )
    .select(["opportunities.id", "opportunities.title", "opportunities.state"])
    .select(["organizations.name as organization", "coming.next", "coming.ahead", "coming.thin"])
    .where("opportunities.state", "<>", "ended")
    .$if(own !== null, (query) =>
      query.where(sql<boolean>`opportunities.organization_id = any(${own}::uuid[])`),
    )
    .$if(words !== "", (query) =>
      query.where(
        sql<boolean>`plain_text(opportunities.title || ' ' || organizations.name) like plain_text(${contains(words)})`,
      ),
    )
    .where(
      sql<boolean>`exists (select from shifts s where s.place_id = opportunities.place_id
        and s.opportunity_id = opportunities.id) = ${withShifts}`,
    )
    .orderBy(sql`coming.next nulls last`)
    .orderBy("opportunities.title")
    .limit(limit)
    .execute();
};

export type PlanRow = Awaited<ReturnType<typeof listPlans>>[number];

/** Which organization's plans somebody writes at all. */
export const writesPlans = (ctx: Pick<Context, "actor">): boolean => {
  const own = managedBy(ctx);
  return own === null || own.length > 0;
};

export type Filter = {
  readonly day?: string | undefined;
  readonly role?: Id<"shiftRole"> | undefined;
  readonly thin: boolean;
};

/** The shifts of a day, of a role, or those to which somebody is missing. */
export const filtered = (shifts: readonly ShiftRow[], { day, role, thin }: Filter): ShiftRow[] =>
  shifts.filter(({ startsAt, needs }) => {
    const wanted = role ? needs.filter(({ roleId }) => roleId === role) : needs;
    if (day && dayOf(startsAt) !== day) return false;
    return wanted.length > 0 && (!thin || missingOf(wanted) > 0);
  });
