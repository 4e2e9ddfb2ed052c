import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { checkRule, type RuleFault } from "#methods/recurrence.ts";
import { cancelShift, changeShift, planToWrite, refreshOffer } from "#modules/shifts/commands.ts";
import { type NeedInput, type NeedRefusal, wrongNeeds } from "#modules/shifts/policy.ts";
import { listRoles } from "#modules/shifts/queries.ts";
import {
  datesOf,
  daysAhead,
  findSeries,
  listMade,
  needsOf,
  type SeriesDate,
  type SeriesRow,
} from "./queries.ts";

export type SeriesInput = {
  readonly title?: string | undefined;
  /** RFC 5545, with its end in it. */
  readonly rule: string;
  readonly startsOn: string;
  readonly startsTime: string;
  readonly minutes: number;
  readonly whereText?: string | undefined;
  readonly skipsHolidays: boolean;
  readonly needs: readonly NeedInput[];
};

export type SeriesRefusal = RuleFault | NeedRefusal | "past" | "long";

const me = ({ actor }: Pick<Context, "actor">) => (actor.kind === "person" ? actor.id : null);
const longest = 2_880;

const wrongSeries = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  input: SeriesInput,
): Promise<SeriesRefusal | undefined> => {
  if (input.startsOn < dayOf(ctx.now)) return "past";
  if (input.minutes < 5 || input.minutes > longest) return "long";
  const rule = checkRule(input);
  if (!rule.ok) return rule.because;
  return wrongNeeds(input.needs, await listRoles(ctx, opportunityId));
};

const columns = (input: SeriesInput) => ({
  title: input.title ?? "",
  rule: input.rule,
  startsOn: input.startsOn,
  startsTime: input.startsTime,
  minutes: input.minutes,
  whereText: input.whereText ?? "",
  skipsHolidays: input.skipsHolidays,
  needs: JSON.stringify(
    input.needs.map(({ roleId, minimum, maximum }) => ({ role: roleId, minimum, maximum })),
  ),
});

const later = (one: Date, other: Date): Date => new Date(Math.max(+one, +other));

/** Two who make the shifts of one series at once take turns. */
const lockSeries = async (ctx: Context, id: Id<"shiftSeries">): Promise<SeriesRow> => {
  await ctx.db.selectFrom("shiftSeries").select("id").where("id", "=", id).forUpdate().execute();
  return found(await findSeries(ctx, id));
};

/** A series for somebody who may write its plan, held until this transaction ends. */
export const seriesToWrite = async (ctx: Context, id: Id<"shiftSeries">): Promise<SeriesRow> => {
  const series = await lockSeries(ctx, id);
  await planToWrite(ctx, series.opportunityId);
  return series;
};

const insertShifts = async (ctx: Context, series: SeriesRow, dates: readonly SeriesDate[]) => {
  const rows = await ctx.db
    .insertInto("shifts")
    .values(
      dates.map(({ day, startsAt, endsAt }) => ({
        opportunityId: series.opportunityId,
        seriesId: series.id,
        seriesDay: day,
        title: series.title,
        whereText: series.whereText,
        startsAt,
        endsAt,
        madeBy: me(ctx),
      })),
    )
    .onConflict((conflict) => conflict.columns(["placeId", "seriesId", "seriesDay"]).doNothing())
    .returning(["id", "startsAt"])
    .execute();
  const needs = rows.flatMap(({ id }) => needsOf(series).map((need) => ({ ...need, shiftId: id })));
  if (needs.length > 0) await ctx.db.insertInto("shiftNeeds").values(needs).execute();
  return rows;
};

/**
 * Makes the shifts of the coming eight weeks that are not there yet; a second time it makes none. What was moved or
 * called off stays so, for its day has had its shift.
 */
export const makeShifts = async (ctx: Context, id: Id<"shiftSeries">): Promise<number> => {
  const series = await lockSeries(ctx, id);
  if (series.endedAt) return 0;
  const madeUntil = plusDays(dayOf(ctx.now), daysAhead);
  const window = { from: new Date(+ctx.now + 1), until: instantAt(plusDays(madeUntil, 1)), limit: 100 };
  const dates = datesOf(series, window).filter(({ without }) => without === undefined);
  const rows = dates.length > 0 ? await insertShifts(ctx, series, dates) : [];
  await ctx.db.updateTable("shiftSeries").set({ madeUntil }).where("id", "=", id).execute();
  if (rows.length === 0) return 0;
  await refreshOffer(ctx, series.opportunityId);
  for (const { id: shift, startsAt } of rows) {
    await record(ctx, "shift.added", shift, { opportunityId: series.opportunityId, startsAt, seriesId: id });
  }
  await record(ctx, "shift_series.made", id, { opportunityId: series.opportunityId, shifts: rows.length });
  return rows.length;
};

/** Lets shifts of an offer come again by a rule; those of the coming weeks are made at once. */
export const addSeries = async (
  ctx: Context,
  opportunityId: Id<"opportunity">,
  input: SeriesInput,
): Promise<Outcome<Id<"shiftSeries">, SeriesRefusal>> => {
  await planToWrite(ctx, opportunityId);
  const wrong = await wrongSeries(ctx, opportunityId, input);
  if (wrong) return refused(wrong);
  const { id } = await ctx.db
    .insertInto("shiftSeries")
    .values({ ...columns(input), opportunityId, madeBy: me(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "shift_series.added", id, { opportunityId, rule: input.rule });
  await makeShifts(ctx, id);
  return done(id);
};

/** Takes away shifts to which nobody has ever signed up; nobody needs to be told. */
export const removeUntouched = async (
  ctx: Context,
  series: SeriesRow,
  ids: readonly Id<"shift">[],
): Promise<void> => {
  if (ids.length === 0) return;
  await ctx.db
    .deleteFrom("shifts")
    .where("id", "in", [...ids])
    .where(
      sql<boolean>`not exists (select from signups s where s.place_id = shifts.place_id and s.shift_id = shifts.id)`,
    )
    .execute();
  await refreshOffer(ctx, series.opportunityId);
  for (const id of ids) await record(ctx, "shift.removed", id, { opportunityId: series.opportunityId });
};

/** What happens to the shifts from this day on to which people have signed up. */
export type SignedUp = { readonly keep: true } | { readonly why: string } | undefined;

/** Answers how many shifts with people stay as they were, or nothing while nobody has said what becomes of them. */
const sortOut = async (
  ctx: Context,
  series: SeriesRow,
  from: Date,
  signedUp: SignedUp,
  { dates, needs }: { readonly dates: readonly SeriesDate[]; readonly needs: readonly NeedInput[] },
): Promise<number | undefined> => {
  const ahead = (await listMade(ctx, series.id, new Date(+from - 1))).filter(({ canceledAt }) => !canceledAt);
  const people = ahead.filter((shift) => shift.people > 0);
  if (people.length > 0 && signedUp === undefined) return undefined;
  const next = new Map(dates.map((date) => [date.day, date]));
  let kept = 0;
  for (const shift of people) {
    const date = next.get(shift.seriesDay ?? "");
    const isDone =
      signedUp !== undefined &&
      "why" in signedUp &&
      (date
        ? await changeShift(ctx, shift.id, { startsAt: date.startsAt, endsAt: date.endsAt, needs })
        : await cancelShift(ctx, shift.id, signedUp.why)
      ).ok;
    if (!isDone) kept += 1;
  }
  const gone = ahead.filter((shift) => !shift.touched);
  await removeUntouched(
    ctx,
    series,
    gone.map((shift) => shift.id),
  );
  return kept;
};

/**
 * Changes a series from its new first day on. Where people have signed up already, somebody has to say whether they
 * keep their shifts as they are, or the shifts change with the series and they are told. Answers how many stay, for a
 * shift that cannot change without taking somebody's place is left alone.
 */
export const changeSeries = async (
  ctx: Context,
  id: Id<"shiftSeries">,
  input: SeriesInput,
  signedUp?: SignedUp,
): Promise<Outcome<{ readonly kept: number }, SeriesRefusal | "signedUp">> => {
  const series = await seriesToWrite(ctx, id);
  const wrong = await wrongSeries(ctx, series.opportunityId, input);
  if (wrong) return refused(wrong);
  const from = later(ctx.now, instantAt(input.startsOn));
  const until = instantAt(plusDays(dayOf(ctx.now), daysAhead + 1));
  const next = datesOf({ ...series, ...input }, { from, until, limit: 100 }).filter(
    ({ without }) => !without,
  );
  const kept = await sortOut(ctx, series, from, signedUp, { dates: next, needs: input.needs });
  if (kept === undefined) return refused("signedUp");
  await ctx.db
    .updateTable("shiftSeries")
    .set({ ...columns(input), endedAt: null })
    .where("id", "=", id)
    .execute();
  await record(ctx, "shift_series.changed", id, { opportunityId: series.opportunityId, rule: input.rule });
  await makeShifts(ctx, id);
  return done({ kept });
};

/** Ends a series after this day. Where people come later, somebody has to say whether they keep their shifts. */
export const endSeries = async (
  ctx: Context,
  id: Id<"shiftSeries">,
  lastDay: string,
  signedUp?: SignedUp,
): Promise<Outcome<{ readonly kept: number }, "signedUp">> => {
  const series = await seriesToWrite(ctx, id);
  const from = later(ctx.now, instantAt(plusDays(lastDay, 1)));
  const kept = await sortOut(ctx, series, from, signedUp, { dates: [], needs: [] });
  if (kept === undefined) return refused("signedUp");
  const rule = `${series.rule.replace(/;(COUNT|UNTIL)=[^;]*/gu, "")};UNTIL=${lastDay.replaceAll("-", "")}`;
  const isMade = lastDay <= (series.madeUntil ?? "");
  await ctx.db
    .updateTable("shiftSeries")
    .set({ rule, endedAt: isMade ? ctx.now : null })
    .where("id", "=", id)
    .execute();
  await record(ctx, "shift_series.ended", id, { opportunityId: series.opportunityId, lastDay });
  return done({ kept });
};
