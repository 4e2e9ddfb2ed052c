import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Count } from "#methods/attendance.ts";
import { listShifts, type ShiftRow } from "#modules/shifts/queries.ts";
import { say } from "./messages.ts";

/** From midnight to midnight by the clocks of the town. */
const bounds = (day: string) => ({ from: instantAt(day), until: instantAt(plusDays(day, 1)) });

/** The shifts of a plan that touch this day, also one that began the evening before. */
export const listDay = (ctx: Context, opportunityId: Id<"opportunity">, day: string): Promise<ShiftRow[]> =>
  listShifts(ctx, opportunityId, { ...bounds(day), limit: 100 });

/** The last day before and the first day after this one on which the plan has shifts. */
export const daysAround = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  day: string,
): Promise<{ readonly before: string | undefined; readonly after: string | undefined }> => {
  const { from, until } = bounds(day);
  const row = await ctx.db
    .selectFrom("shifts")
    .select([
      sql<Date | null>`max(starts_at) filter (where starts_at < ${from})`.as("before"),
      sql<Date | null>`min(starts_at) filter (where starts_at >= ${until})`.as("after"),
    ])
    .where("opportunityId", "=", opportunityId)
    .where("canceledAt", "is", null)
    .executeTakeFirst();
  return {
    before: row?.before ? dayOf(row.before) : undefined,
    after: row?.after ? dayOf(row.after) : undefined,
  };
};

const expectedAt = (ctx: Context) =>
  ctx.db
    .selectFrom("signups")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "signups.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .leftJoin("people", "people.id", "signups.personId")
    .leftJoin("attendances", "attendances.signupId", "signups.id")
    .select(["signups.id", "signups.shiftId", "signups.personId", "signups.party", "signups.partyNames"])
    .select(["signups.how", "signups.words", "shiftRoles.name as role"])
    .select(["attendances.state", "arrivedAt", "attendances.leftAt", "attendances.people as came", "minutes"])
    .select(sql<string>`coalesce(people.name, signups.name)`.as("name"))
    // Whoever was there was there, whatever became of the sign-up since.
    .where((where) =>
      where.or([where("signups.state", "=", "confirmed"), where("attendances.signupId", "is not", null)]),
    );

/** Who is expected at these shifts and who of them is there, by name. */
export const listExpected = async (ctx: Context, shiftIds: readonly Id<"shift">[]) =>
  shiftIds.length === 0
    ? []
    : expectedAt(ctx)
        .where("signups.shiftId", "in", [...shiftIds])
        .orderBy(sql`lower(coalesce(people.name, signups.name))`)
        .orderBy("signups.id")
        .limit(2000)
        .execute();

export type Expected = Awaited<ReturnType<typeof listExpected>>[number];

/** How many are expected, here, gone, missing: the same figures as `countPeople` makes of the list. */
export const countPresence = async (
  ctx: Context,
  shiftIds: readonly Id<"shift">[],
): Promise<ReadonlyMap<Id<"shift">, Count>> => {
  if (shiftIds.length === 0) return new Map();
  const { rows } = await sql<Count & { readonly shiftId: Id<"shift"> }>`
    select s.shift_id, sum(s.party)::int as expected,
      coalesce(sum(a.people) filter (where a.state = 'arrived'), 0)::int as here,
      coalesce(sum(a.people) filter (where a.state = 'left'), 0)::int as gone,
      coalesce(sum(case when a.state = 'missed' then s.party when a.state in ('arrived', 'left')
        then s.party - a.people end), 0)::int as missed,
      coalesce(sum(s.party) filter (where a.state = 'excused'), 0)::int as excused,
      coalesce(sum(s.party) filter (where a.state is null), 0)::int as open
    from signups s left join attendances a on a.place_id = s.place_id and a.signup_id = s.id
    where s.shift_id = any(${[...shiftIds]}::uuid[]) and (s.state = 'confirmed' or a.signup_id is not null)
    group by s.shift_id`.execute(ctx.db);
  return new Map(rows.map(({ shiftId, ...count }) => [shiftId, count]));
};

/** One who is expected, with the plan and the time of the shift. */
export const findExpected = (ctx: Context, signupId: Id<"signup">) =>
  expectedAt(ctx)
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .select(["shifts.opportunityId", "shifts.startsAt", "shifts.endsAt", "shifts.canceledAt"])
    .where("signups.id", "=", signupId)
    .executeTakeFirst();

/** The plan to which the code on the poster belongs, as long as people may tick themselves off there. */
export const findByCode = (ctx: Context, code: string) =>
  ctx.db
    .selectFrom("shiftPlans")
    .innerJoin("opportunities", "opportunities.id", "shiftPlans.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .select(["shiftPlans.opportunityId as id", "shiftPlans.selfCheckIn", "opportunities.title"])
    .select(["opportunities.slug", "organizations.name as organization"])
    .where("shiftPlans.checkInCode", "=", code)
    .executeTakeFirst();

/** The code on the poster of this plan, when one was made. */
export const findCode = async (ctx: Context, opportunityId: Id<"opportunity">): Promise<string | null> => {
  const row = await ctx.db
    .selectFrom("shiftPlans")
    .select("checkInCode")
    .where("opportunityId", "=", opportunityId)
    .executeTakeFirst();
  return row?.checkInCode ?? null;
};

/** Somebody's own shifts of this plan that are on about now: those of the last and the coming hours. */
export const listOwnToday = (ctx: Context, opportunityId: Id<"opportunity">, personId: Id<"person">) =>
  expectedAt(ctx)
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .select(["shifts.startsAt", "shifts.endsAt", "shifts.title", "shifts.whereText"])
    .where("shifts.opportunityId", "=", opportunityId)
    .where("shifts.canceledAt", "is", null)
    .where("signups.personId", "=", personId)
    .where("shifts.endsAt", ">", instantAt(dayOf(ctx.now)))
    .where("shifts.startsAt", "<", instantAt(plusDays(dayOf(ctx.now), 1)))
    .orderBy("shifts.startsAt")
    .limit(20)
    .execute();

/** What was kept of somebody's attendance, for the person. */
export const showPersonal = async (ctx: Context, personId: Id<"person">) => {
  const rows = await ctx.db
    .selectFrom("attendances")
    .innerJoin("signups", "signups.id", "attendances.signupId")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .select(["opportunities.title", "shifts.startsAt", "attendances.state"])
    .select(["arrivedAt", "attendances.leftAt", "minutes"])
    .where("signups.personId", "=", personId)
    .orderBy("shifts.startsAt")
    .limit(2000)
    .execute();
  const words = say(ctx);
  return { attendances: rows.map((row) => ({ ...row, state: words(`state_${row.state}`) })) };
};
