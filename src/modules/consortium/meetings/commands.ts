import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { checkRule, occurrences } from "#methods/recurrence.ts";
import { may } from "#modules/consortium/policy.ts";
import type { Meeting as MeetingRow } from "#modules/consortium/schema.ts";
import { isAhead, type MeetingId } from "./queries.ts";

export type NewMeeting = {
  readonly title: string;
  readonly words: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly whereWords: string;
  readonly onlineWords: string;
  readonly minuteTaker?: string | undefined;
};

export type NewSeries = {
  readonly title: string;
  readonly rule: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly startTime: string;
  readonly minutes: number;
  readonly whereWords: string;
  readonly onlineWords: string;
};

export type MeetingRefusal = "over" | "order";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

const minute = 60_000;
const hour = 60 * minute;
const year = 366 * 24 * hour;

/** The meeting, held fast until the end of this transaction. */
export const lockMeeting = async (ctx: Context, id: MeetingId): Promise<MeetingRow> =>
  found(await ctx.db.selectFrom("meetings").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());

// Numbers are given one after the other, whoever plans at the same moment.
const nextNumber = async (ctx: Context): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('meetings'), hashtext(${ctx.place.id}))`.execute(ctx.db);
  const { last } = await ctx.db
    .selectFrom("meetings")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
};

/** Plans one meeting; it gets the next number. */
export const addMeeting = async (
  ctx: Context,
  meeting: NewMeeting,
): Promise<Outcome<{ readonly id: MeetingId; readonly number: number }, MeetingRefusal>> => {
  allow(may.run(ctx));
  if (meeting.endsAt <= meeting.startsAt) return refused("order");
  const number = await nextNumber(ctx);
  const { id } = await ctx.db
    .insertInto("meetings")
    .values({ ...meeting, number, madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "meeting.added", id, { number });
  return done({ id, number });
};

const whenMoved = (before: MeetingRow, after: NewMeeting): boolean =>
  +before.startsAt !== +after.startsAt ||
  +before.endsAt !== +after.endsAt ||
  before.whereWords !== after.whereWords ||
  before.onlineWords !== after.onlineWords;

/** Plans a series: its meetings of the next twelve months. */
export const addSeries = async (
  ctx: Context,
  series: NewSeries,
): Promise<Outcome<{ readonly id: Id<"meetingSeries">; readonly planned: number }, "rule" | "order">> => {
  allow(may.run(ctx));
  const { rule, startsOn, startTime, endsOn } = series;
  if (!checkRule({ rule, startsOn, startsTime: startTime }).ok) return refused("rule");
  if (endsOn !== null && endsOn < startsOn) return refused("order");
  const { id } = await ctx.db
    .insertInto("meetingSeries")
    .values(series)
    .returning("id")
    .executeTakeFirstOrThrow();
  const planned = await planSeries(ctx, id);
  await record(ctx, "meeting_series.added", id, { rule, planned });
  return done({ id, planned });
};

/** Plans what a series asks for in the next twelve months, as far as it is not planned; answers how many. */
export const planSeries = async (ctx: Context, id: Id<"meetingSeries">): Promise<number> => {
  const series = found(
    await ctx.db.selectFrom("meetingSeries").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
  const { last } = await ctx.db
    .selectFrom("meetings")
    .select(({ fn }) => fn.max("startsAt").as("last"))
    .where("seriesId", "=", id)
    .executeTakeFirstOrThrow();
  const from = new Date(Math.max(+ctx.now, last ? +last + minute : 0));
  const horizon = new Date(+ctx.now + year);
  const end = series.endsOn ? instantAt(series.endsOn, "23:59") : horizon;
  const times = occurrences(
    { rule: series.rule, startsOn: series.startsOn, startsTime: series.startTime },
    { from, until: end < horizon ? end : horizon, limit: 60 },
  );
  if (times.length === 0) return 0;
  const first = await nextNumber(ctx);
  const rows = await ctx.db
    .insertInto("meetings")
    .values(
      times.map(({ at }, index) => ({
        number: first + index,
        seriesId: id,
        title: series.title,
        startsAt: at,
        endsAt: new Date(+at + series.minutes * minute),
        whereWords: series.whereWords,
        onlineWords: series.onlineWords,
        madeBy: myself(ctx),
      })),
    )
    .returning("id")
    .execute();
  return rows.length;
};

/** Plans on, for all series that go on; the job of every week. */
export const planAll = async (ctx: Context): Promise<number> => {
  const today = dayOf(ctx.now);
  const going = await ctx.db
    .selectFrom("meetingSeries")
    .select("id")
    .where((where) => where.or([where("endsOn", "is", null), where("endsOn", ">=", today)]))
    .limit(20)
    .execute();
  let planned = 0;
  for (const { id } of going) planned += await planSeries(ctx, id);
  return planned;
};

/** Changes what a meeting says of itself; moved to another time or place, those invited are told. */
export const changeMeeting = async (
  ctx: Context,
  id: MeetingId,
  meeting: NewMeeting,
): Promise<Outcome<{ readonly moved: boolean }, MeetingRefusal>> => {
  allow(may.run(ctx));
  const before = await lockMeeting(ctx, id);
  if (meeting.endsAt <= meeting.startsAt) return refused("order");
  if (!isAhead(before.state)) return refused("over");
  const moved = whenMoved(before, meeting);
  await ctx.db
    .updateTable("meetings")
    .set({ ...meeting, revision: before.revision + 1, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  if (moved) await record(ctx, "meeting.moved", id, { from: before.startsAt, to: meeting.startsAt });
  else await record(ctx, "meeting.changed", id, { title: meeting.title });
  return done({ moved });
};

/** It does not take place, and everybody reads why. */
export const cancelMeeting = async (
  ctx: Context,
  id: MeetingId,
  words: string,
): Promise<Outcome<null, "over">> => {
  allow(may.run(ctx));
  const before = await lockMeeting(ctx, id);
  if (!isAhead(before.state)) return refused("over");
  await ctx.db
    .updateTable("meetings")
    .set({ state: "canceled", stateWords: words, revision: before.revision + 1, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "meeting.canceled", id, { words, invited: before.invitedAt !== null });
  return done(null);
};

// Whoever opens late in the evening still opens the meeting of this day.
const rulesOn = async (ctx: Context, day: string): Promise<Id<"procedureRule"> | null> =>
  (
    await ctx.db
      .selectFrom("procedureRules")
      .select("id")
      .where("state", "=", "adopted")
      .where("validFrom", "<=", day)
      .orderBy("validFrom", "desc")
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.id ?? null;

/** Opens the meeting, by the rules that are in force on this day; nobody opens the day before. */
export const openMeeting = async (ctx: Context, id: MeetingId): Promise<Outcome<null, "early" | "over">> => {
  allow(may.run(ctx));
  const meeting = await lockMeeting(ctx, id);
  if (meeting.state === "running") return done(null);
  if (!isAhead(meeting.state)) return refused("over");
  if (+ctx.now < +meeting.startsAt - 3 * hour) return refused("early");
  const rulesId = await rulesOn(ctx, dayOf(ctx.now));
  await ctx.db
    .updateTable("meetings")
    .set({ state: "running", openedAt: ctx.now, rulesId, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "meeting.opened", id, { number: meeting.number, rulesId });
  return done(null);
};

/** Closes the meeting; whoever is still there has left with that. An open vote has to be closed first. */
export const closeMeeting = async (
  ctx: Context,
  id: MeetingId,
): Promise<Outcome<null, "notRunning" | "voting">> => {
  allow(may.run(ctx));
  const meeting = await lockMeeting(ctx, id);
  if (meeting.state === "closed") return done(null);
  if (meeting.state !== "running") return refused("notRunning");
  const open = await ctx.db
    .selectFrom("motionVotes as v")
    .innerJoin("motions as o", "o.id", "v.motionId")
    .innerJoin("agendaItems as a", "a.id", "o.agendaItemId")
    .select("v.id")
    .where("a.meetingId", "=", id)
    .where("v.state", "=", "open")
    .limit(1)
    .executeTakeFirst();
  if (open) return refused("voting");
  await ctx.db
    .updateTable("meetings")
    .set({ state: "closed", closedAt: ctx.now, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "meeting.closed", id, { number: meeting.number });
  return done(null);
};
