import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays, timeOf, weekdayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { occurrences } from "#methods/recurrence.ts";
import {
  cancelMeeting,
  changeMeeting,
  lockMeeting,
  type MeetingRefusal,
  type NewMeeting,
} from "#modules/consortium/meetings/commands.ts";
import { isAhead, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";

const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The weekday of a day as rules name it: "TU". */
export const weekdayName = (on: string): string => names[weekdayOf(on)] ?? "MO";

/** "The second Tuesday": as a day lies in its month; a fifth one is the last. */
export const weekdayOfMonth = (on: string): string => {
  const week = Math.ceil(Number(on.slice(8)) / 7);
  return `${week > 4 ? -1 : week}${weekdayName(on)}`;
};

// The same rhythm, on the weekday of another day.
const ruleOn = (rule: string, on: string): string =>
  rule.replace(/BYDAY=[^;]+/u, `BYDAY=${rule.includes("MONTHLY") ? weekdayOfMonth(on) : weekdayName(on)}`);

const most = 120;

const lockSeries = (ctx: Context, id: Id<"meetingSeries">) =>
  ctx.db.selectFrom("meetingSeries").selectAll().where("id", "=", id).forUpdate().executeTakeFirstOrThrow();

// Canceled ones too: each stands for its turn of the rhythm.
const lockFollowing = (ctx: Context, series: Id<"meetingSeries">, after: Date) =>
  ctx.db
    .selectFrom("meetings")
    .select(["id", "startsAt", "endsAt", "whereWords", "onlineWords", "state", "invitedAt"])
    .where("seriesId", "=", series)
    .where("startsAt", ">", after)
    .orderBy("startsAt")
    .limit(most)
    .forUpdate()
    .execute();

type Following = Awaited<ReturnType<typeof lockFollowing>>[number];
type Turn = Following & { readonly from: Date; readonly until: Date };

// Moved to another day, the rhythm goes on from there; else each keeps its day.
const turnsOf = (
  following: readonly Following[],
  { startsAt, endsAt }: NewMeeting,
  rule: string,
  moved: boolean,
): readonly Turn[] => {
  const [day, time] = [dayOf(startsAt), timeOf(startsAt)];
  const window = {
    from: new Date(+startsAt + 1),
    until: new Date(+startsAt + 60 * 366 * 86_400_000),
    limit: following.length,
  };
  const days = moved
    ? occurrences({ rule, startsOn: day, startsTime: time }, window).map((one) => one.day)
    : following.map((one) => dayOf(one.startsAt));
  return following.flatMap((one, index) => {
    const on = days[index];
    if (on === undefined) return [];
    const from = instantAt(on, time);
    return [{ ...one, from, until: new Date(+from + (+endsAt - +startsAt)) }];
  });
};

const moveAll = async (ctx: Context, turns: readonly Turn[], { title, ...to }: NewMeeting): Promise<void> => {
  await sql`
    update meetings m set title = ${title}, where_words = ${to.whereWords}, online_words = ${to.onlineWords},
      starts_at = t.starts_at, ends_at = t.ends_at, revision = m.revision + 1, changed_at = ${ctx.now}
    from unnest(${turns.map(({ id }) => id)}::uuid[], ${turns.map(({ from }) => from)}::timestamptz[],
      ${turns.map(({ until }) => until)}::timestamptz[]) as t (id, starts_at, ends_at)
    where m.id = t.id`.execute(ctx.db);
};

const isMoved = (turn: Turn, to: NewMeeting): boolean =>
  +turn.startsAt !== +turn.from ||
  +turn.endsAt !== +turn.until ||
  turn.whereWords !== to.whereWords ||
  turn.onlineWords !== to.onlineWords;

/**
 * Changes this meeting and all that follow in its series, and what the series plans later: title, hour, length and
 * place. On another day the rhythm goes on from there. The words stay those of the one meeting. Answers how many follow.
 */
export const changeFollowing = async (
  ctx: Context,
  id: MeetingId,
  meeting: NewMeeting,
): Promise<Outcome<number, MeetingRefusal | "single">> => {
  allow(may.run(ctx));
  const before = await lockMeeting(ctx, id);
  if (before.seriesId === null) return refused("single");
  const series = await lockSeries(ctx, before.seriesId);
  const following = await lockFollowing(ctx, before.seriesId, before.startsAt);
  const outcome = await changeMeeting(ctx, id, meeting);
  if (!outcome.ok) return outcome;
  const day = dayOf(meeting.startsAt);
  const moved = day !== dayOf(before.startsAt);
  const rule = moved ? ruleOn(series.rule, day) : series.rule;
  const turns = turnsOf(following, meeting, rule, moved).filter(({ state }) => isAhead(state));
  if (turns.length > 0) await moveAll(ctx, turns, meeting);
  const { title, whereWords, onlineWords } = meeting;
  await ctx.db
    .updateTable("meetingSeries")
    .set({ title, whereWords, onlineWords, rule, startTime: timeOf(meeting.startsAt) })
    .set({ minutes: Math.round((+meeting.endsAt - +meeting.startsAt) / 60_000) })
    .$if(moved, (query) => query.set({ startsOn: day }))
    .where("id", "=", before.seriesId)
    .execute();
  // Of those that follow few are invited to already; each of these gets its letter.
  for (const turn of turns.filter(({ invitedAt }) => invitedAt !== null))
    if (isMoved(turn, meeting))
      await record(ctx, "meeting.moved", turn.id, { from: turn.startsAt, to: turn.from });
  await record(ctx, "meeting_series.changed", before.seriesId, { from: day, meetings: turns.length + 1 });
  return done(turns.length);
};

/** This meeting and all that follow in its series do not take place, and no more are planned. Answers how many follow. */
export const cancelFollowing = async (
  ctx: Context,
  id: MeetingId,
  words: string,
): Promise<Outcome<number, "over" | "single">> => {
  allow(may.run(ctx));
  const { seriesId, startsAt } = await lockMeeting(ctx, id);
  if (seriesId === null) return refused("single");
  await lockSeries(ctx, seriesId);
  const following = await lockFollowing(ctx, seriesId, startsAt);
  const outcome = await cancelMeeting(ctx, id, words);
  if (!outcome.ok) return outcome;
  const ahead = following.filter(({ state }) => isAhead(state));
  // A year of meetings at most; each tells those it invited, and takes its invitation off the worklist.
  for (const meeting of ahead) await cancelMeeting(ctx, meeting.id, words);
  await ctx.db
    .updateTable("meetingSeries")
    .set({ endsOn: plusDays(dayOf(startsAt), -1) })
    .where("id", "=", seriesId)
    .execute();
  await record(ctx, "meeting_series.ended", seriesId, { meetings: ahead.length + 1 });
  return done(ahead.length);
};
