import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { mayBeMailed } from "#modules/people/queries.ts";

/** How many days before a shift somebody may be reminded. */
export const reminderDays = { day: 1, week: 7 } as const;
export type Reminding = keyof typeof reminderDays;

/**
 * Who comes to a shift on the day that is so many days ahead by the calendar of the town, whatever the clocks do until
 * then, and was certain of it before today: whoever signed up since has just read everything in the confirmation.
 */
export const listDue = async (ctx: Context, reminding: Reminding) => {
  const today = dayOf(ctx.now);
  const day = plusDays(today, reminderDays[reminding]);
  return ctx.db
    .selectFrom("signups")
    .innerJoin("people", "people.id", "signups.personId")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .select(["signups.id", "people.id as personId", "people.name", "people.phone", "people.language"])
    .select(sql<string | null>`case when ${mayBeMailed} then people.email end`.as("email"))
    .select(["shiftRoles.name as role", "shifts.startsAt", "shifts.endsAt", "shifts.whereText"])
    .select(["shifts.words as note", "opportunities.id as opportunityId", "opportunities.title as offer"])
    .select(["opportunities.street", "opportunities.townName", "organizations.name as organization"])
    .select("organizations.phone as organizationPhone")
    .where("signups.state", "=", "confirmed")
    .where("signups.how", "!=", "walk_in")
    .where("signups.stateSince", "<", instantAt(today))
    .where("shifts.canceledAt", "is", null)
    .where("shifts.startsAt", ">=", instantAt(day))
    .where("shifts.startsAt", "<", instantAt(plusDays(day, 1)))
    .where("people.leftAt", "is", null)
    .orderBy("shifts.startsAt")
    .orderBy("people.name")
    .limit(5_000)
    .execute();
};

export type Due = Awaited<ReturnType<typeof listDue>>[number];

/** Which of these keys were noted for their people already. */
export const knownKeys = async (
  ctx: Context,
  people: readonly Id<"person">[],
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (keys.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom("notices")
    .select("key")
    .where("personId", "in", [...new Set(people)])
    .where("key", "in", [...keys])
    .execute();
  return new Set(rows.map(({ key }) => key));
};

/** Of which of these the office has a task, or had one that is done. */
export const knownTasks = async (ctx: Context, subjects: readonly string[]): Promise<ReadonlySet<string>> => {
  if (subjects.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom("tasks")
    .select("subjectId")
    .where("kind", "=", "reminder")
    .where("subjectId", "in", [...subjects])
    .execute();
  return new Set(rows.map(({ subjectId }) => subjectId));
};
