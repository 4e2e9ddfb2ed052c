import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { mayBeMailed } from "#modules/people/queries.ts";

const placed = (ctx: Context) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .select(["signups.id", "signups.personId", "signups.how", "signups.party"])
    .select(
      // The place in the line of those who wait, not of all who ever came.
      sql<number>`(select count(*) from signups w where w.place_id = signups.place_id and w.need_id = signups.need_id
        and w.state = 'waiting' and w.number <= signups.number)`.as("number"),
    )
    .select(["shiftRoles.name as role", "shifts.startsAt", "shifts.endsAt", "shifts.whereText"])
    .select(["shifts.words as note", "shifts.title as shift", "shifts.revision", "shifts.canceledAt"])
    .select(["opportunities.title as offer", "opportunities.street", "opportunities.townName"])
    .select(["opportunities.id as opportunityId", "organizations.name as organization"])
    .select(["organizations.phone as organizationPhone", "signups.state as present"]);

/** What became of somebody's sign-ups at this very moment: all that one sending of a form brought about. */
export const stepsAt = (ctx: Context, personId: Id<"person">, at: Date) =>
  placed(ctx)
    .innerJoin("signupStates", "signupStates.signupId", "signups.id")
    .select(["signupStates.id as stepId", "signupStates.state", "signupStates.reason"])
    .select(["signupStates.words", "signupStates.byId"])
    .where("signups.personId", "=", personId)
    .where("signupStates.at", "=", at)
    .orderBy("shifts.startsAt")
    .orderBy("signupStates.id")
    .limit(200)
    .execute();

export type StepRow = Awaited<ReturnType<typeof stepsAt>>[number];
export type Placed = Omit<StepRow, "stepId" | "state" | "reason" | "words" | "byId">;

/** To whom one writes, and whether at all: some asked for a call instead. */
export const readerOf = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("people")
    .select(["id", "name", "language"])
    .select(sql<string | null>`case when ${mayBeMailed} then people.email end`.as("email"))
    .where("id", "=", personId)
    .where("leftAt", "is", null)
    .executeTakeFirst();

/** One's own confirmed sign-up, for the calendar. */
export const findOwn = (ctx: Context, personId: Id<"person">, id: Id<"signup">) =>
  placed(ctx).where("signups.personId", "=", personId).where("signups.id", "=", id).executeTakeFirst();

/** Where one goes: what the shift says, else where the offer is. */
export const whereOf = ({ whereText, street, townName }: Pick<Placed, "whereText" | "street" | "townName">) =>
  whereText || [street, townName].filter(Boolean).join(", ");

const told = ["confirmed", "asked", "waiting", "declined", "removed", "canceled", "passed"] as const;

/** At which moments something became of whose sign-ups, the earliest first. */
export const listMoments = async (ctx: Context, since: Date) => {
  const { rows } = await sql<{ readonly personId: Id<"person">; readonly at: Date }>`
    select (data ->> 'personId')::uuid as person_id, happened_at as at from events
    where name = any(${told.map((state) => `signup.${state}`)}::text[]) and happened_at > ${since}
      and data ->> 'personId' is not null
    group by person_id, at order by at, person_id limit 1000`.execute(ctx.db);
  return rows;
};

/** Up to which moment letters were written. */
export const lastReplied = async (ctx: Context): Promise<Date | undefined> => {
  const row = await ctx.db
    .selectFrom("events")
    .select(sql<string>`data ->> 'until'`.as("until"))
    .where("name", "=", "signup_replies.written")
    .orderBy("happenedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? new Date(row.until) : undefined;
};

/** Which of these mails were written. */
export const knownMails = async (ctx: Context, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  if (keys.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom("mails")
    .select("key")
    .where("key", "in", [...keys])
    .execute();
  return new Set(rows.map(({ key }) => key));
};
