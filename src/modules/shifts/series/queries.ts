import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { holidayOn } from "#methods/holidays.ts";
import { occurrences } from "#methods/recurrence.ts";
import { visible } from "#modules/opportunities/queries.ts";
import type { NeedInput } from "#modules/shifts/policy.ts";
import type { ShiftSeries } from "#modules/shifts/schema.ts";

/** So far ahead the shifts of a series are made. */
export const daysAhead = 56;
const minute = 60_000;

const Needs = z.array(
  z.object({
    role: z.uuid().transform((id) => id as Id<"shiftRole">),
    minimum: z.number(),
    maximum: z.number(),
  }),
);

/** What each shift of a series needs. */
export const needsOf = ({ needs }: Pick<ShiftSeries, "needs">): NeedInput[] =>
  Needs.parse(needs).map(({ role, minimum, maximum }) => ({ roleId: role, minimum, maximum }));

const seriesRows = (ctx: Context) =>
  ctx.db
    .selectFrom("shiftSeries")
    .innerJoin("opportunities", "opportunities.id", "shiftSeries.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .innerJoin("places", "places.id", "shiftSeries.placeId")
    .selectAll("shiftSeries")
    .select(["opportunities.organizationId", "opportunities.slug", "opportunities.title as offer"])
    .select(["opportunities.state as offerState", "organizations.name as organization", "places.stateCode"])
    .where(visible(ctx));

export type SeriesRow = Awaited<ReturnType<ReturnType<typeof seriesRows>["execute"]>>[number];

/** One series with whose it is; nothing when the reader may not see its offer. */
export const findSeries = (ctx: Context, id: Id<"shiftSeries">): Promise<SeriesRow | undefined> =>
  seriesRows(ctx).where("shiftSeries.id", "=", id).executeTakeFirst();

/** The series of an offer: the running ones first. */
export const listSeries = (ctx: Context, opportunityId: Id<"opportunity">): Promise<SeriesRow[]> =>
  seriesRows(ctx)
    .where("shiftSeries.opportunityId", "=", opportunityId)
    .orderBy(sql`shift_series.ended_at is not null`)
    .orderBy("shiftSeries.startsOn")
    .orderBy("shiftSeries.id")
    .limit(50)
    .execute();

/** The series that still bring shifts. */
export const listRunning = (ctx: Context): Promise<SeriesRow[]> =>
  seriesRows(ctx).where("shiftSeries.endedAt", "is", null).orderBy("shiftSeries.id").limit(2_000).execute();

/** One day of a series: when, and why it falls out if it does. */
export type SeriesDate = {
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** A public holiday by its name, or left out by hand. */
  readonly without?: { readonly holiday: string } | "leftOut" | undefined;
};

type Planned = Pick<
  ShiftSeries,
  "rule" | "startsOn" | "startsTime" | "minutes" | "skipsHolidays" | "leftOut"
> & {
  readonly stateCode: string;
};

const whyWithout = (series: Planned, day: string): SeriesDate["without"] => {
  if (series.leftOut.includes(day)) return "leftOut";
  const holiday = series.skipsHolidays ? holidayOn(day, series.stateCode) : undefined;
  return holiday === undefined ? undefined : { holiday };
};

/** The days of a series within a window, with those that fall out and why. */
export const datesOf = (
  series: Planned,
  window: { readonly from: Date; readonly until: Date; readonly limit: number },
): SeriesDate[] =>
  occurrences(series, window).map(({ day, at }) => ({
    day,
    startsAt: at,
    endsAt: new Date(+at + series.minutes * minute),
    without: whyWithout(series, day),
  }));

/** The next days of a series, however far apart they are. */
export const nextDates = (ctx: Pick<Context, "now">, series: Planned, limit = 10): SeriesDate[] =>
  datesOf(series, { from: ctx.now, until: instantAt(plusDays(dayOf(ctx.now), 366 * 10)), limit });

const made = (ctx: Context, id: Id<"shiftSeries">) =>
  ctx.db
    .selectFrom("shifts")
    .select(["shifts.id", "seriesDay", "startsAt", "endsAt", "canceledAt", "canceledWhy"])
    .select(
      sql<number>`(select coalesce(sum(s.party), 0)::int from signups s where s.place_id = shifts.place_id
        and s.shift_id = shifts.id and s.state in ('asked', 'confirmed', 'waiting', 'offered'))`.as("people"),
    )
    .select(
      sql<boolean>`exists (select from signups s where s.place_id = shifts.place_id and s.shift_id = shifts.id)`.as(
        "touched",
      ),
    )
    .where("seriesId", "=", id);

/** The shifts a series has made from this moment on, with how many people come or wait. */
export const listMade = (ctx: Context, id: Id<"shiftSeries">, from: Date = ctx.now) =>
  made(ctx, id).where("startsAt", ">", from).orderBy("startsAt").limit(200).execute();

export type MadeShift = Awaited<ReturnType<typeof listMade>>[number];

/** The shift that was made for one day of a series. */
export const findMade = (ctx: Context, id: Id<"shiftSeries">, day: string): Promise<MadeShift | undefined> =>
  made(ctx, id).where("seriesDay", "=", day).executeTakeFirst();

/** The German state of this town, whose holidays count here. */
export const stateCodeHere = async (ctx: Context): Promise<string> =>
  (
    await ctx.db
      .selectFrom("places")
      .select("stateCode")
      .where("id", "=", ctx.place.id)
      .executeTakeFirstOrThrow()
  ).stateCode;
