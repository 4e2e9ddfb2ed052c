import * as z from "zod";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Fetched, FetchProblem } from "#core/fetch.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { asMarkdown } from "#core/markdown.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { type CalendarFile, readCalendar } from "#methods/calendar-file.ts";
import { merge, takeAway } from "#modules/content/merging/commands.ts";
import { compare, previewOf } from "#modules/content/merging/queries.ts";
import type { CalendarSource } from "#modules/content/schema.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import { findSource, listSources } from "./queries.ts";
import type { Problem } from "./vocabulary.ts";

/** The job that reads one calendar. */
export const readingJob = "web.read_calendar";

/** An address as calendars give it; webcal:// is what phones call https:// when they are to subscribe. */
export const SourceForm = z.object({
  url: z
    .string()
    .trim()
    .max(2000)
    .transform((value) => value.replace(/^webcals?:\/\//iu, "https://"))
    .transform((value) => (/^[a-z]+:/iu.test(value) ? value : `https://${value}`))
    .pipe(z.url({ protocol: /^https?$/u })),
});

export type SourceRefusal = "already" | "tooMany";
export type AskRefusal = "justRead";

const mostSources = 5;

const askFor = (ctx: Context, id: Id<"calendarSource">): Promise<void> =>
  enqueue(ctx, readingJob, { source: id }, { key: id });

/** Enters the address of an organization's own calendar. It is read soon; nothing is published before somebody has looked. */
export const addSource = async (
  ctx: Context,
  organizationId: Id<"organization">,
  { url }: z.output<typeof SourceForm>,
): Promise<Outcome<Id<"calendarSource">, SourceRefusal>> => {
  await openOrganization(ctx, organizationId);
  if ((await listSources(ctx, organizationId)).length >= mostSources) return refused("tooMany");
  const row = await ctx.db
    .insertInto("calendarSources")
    .values({ organizationId, url, madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null })
    .onConflict((conflict) => conflict.columns(["placeId", "url"]).where("endedAt", "is", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await record(ctx, "calendar_source.added", row.id, { organizationId });
  await askFor(ctx, row.id);
  return done(row.id);
};

const opened = async (ctx: Context, organizationId: Id<"organization">, id: Id<"calendarSource">) => {
  await openOrganization(ctx, organizationId);
  return found(await findSource(ctx, organizationId, id));
};

const restMinutes = 2;

/** "Jetzt lesen": asks for it out of turn, but not again and again. */
export const askNow = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"calendarSource">,
): Promise<Outcome<null, AskRefusal>> => {
  const source = await opened(ctx, organizationId, id);
  if (source.lookedAt && +ctx.now - +source.lookedAt < restMinutes * 60_000) return refused("justRead");
  await askFor(ctx, id);
  return done(null);
};

/** Somebody has looked at what would come: from now on it comes by itself. */
export const confirmSource = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"calendarSource">,
): Promise<void> => {
  const source = await opened(ctx, organizationId, id);
  if (source.confirmedAt) return;
  // Read afresh: what was seen before is not asked for again as long as it has not changed.
  await ctx.db
    .updateTable("calendarSources")
    .set({ confirmedAt: ctx.now, etag: null, lastModified: null, nextAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "calendar_source.confirmed", id, { organizationId });
  await askFor(ctx, id);
};

/** The calendar is not read along any more; its own dates ahead go with it. Answers how many. */
export const endSource = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"calendarSource">,
): Promise<number> => {
  const source = await opened(ctx, organizationId, id);
  const gone = await takeAway(ctx, source);
  await ctx.db
    .updateTable("calendarSources")
    .set({ endedAt: ctx.now, preview: "[]" })
    .where("id", "=", id)
    .execute();
  await record(ctx, "calendar_source.ended", id, { organizationId, gone });
  return gone;
};

const hour = 3_600_000;
const usualPause = 6 * hour;
const longestPause = 24 * hour;
/** So often something may go wrong before the office hears of it. */
const patience = 5;

const pauseAfter = (failures: number): number =>
  Math.min(longestPause, 0.5 * hour * 2 ** Math.min(failures, 10));

type Reading = Outcome<Fetched, FetchProblem>;

const failed = async (ctx: Context, source: CalendarSource, problem: Problem): Promise<void> => {
  const failures = source.failures + 1;
  await ctx.db
    .updateTable("calendarSources")
    .set({ problem, failures, lookedAt: ctx.now, nextAt: new Date(+ctx.now + pauseAfter(failures)) })
    .where("id", "=", source.id)
    .execute();
  if (failures === patience)
    await record(ctx, "calendar_source.failing", source.id, {
      organizationId: source.organizationId,
      problem,
    });
};

type News = Partial<Pick<CalendarSource, "etag" | "lastModified" | "name" | "found" | "unread">> & {
  readonly preview?: string;
};

const succeeded = async (ctx: Context, source: CalendarSource, news: News): Promise<void> => {
  await ctx.db
    .updateTable("calendarSources")
    .set({
      ...news,
      problem: null,
      failures: 0,
      lookedAt: ctx.now,
      readAt: ctx.now,
      nextAt: new Date(+ctx.now + usualPause),
    })
    .where("id", "=", source.id)
    .execute();
  if (source.failures >= patience) await record(ctx, "calendar_source.recovered", source.id);
};

const monthsAhead = 366;

const inPlainWords = (file: CalendarFile) =>
  file.events.map((event) => ({ ...event, text: asMarkdown(event.text) }));

/** A calendar that was full and is empty all of a sudden was rather lost than cleared. */
const enoughToDoubt = 3;

const take = async (ctx: Context, source: CalendarSource, text: string): Promise<Outcome<News, Problem>> => {
  const until = instantAt(plusDays(dayOf(ctx.now), monthsAhead));
  const read = readCalendar(text, { from: ctx.now, until, most: 2_000 });
  if (!read.ok) return read;
  const events = inPlainWords(read.value);
  const comparison = await compare(ctx, source, events);
  const news = { name: read.value.name, found: events.length, unread: read.value.unread };
  if (!source.confirmedAt) return done({ ...news, preview: JSON.stringify(previewOf(comparison)) });
  if (events.length === 0 && comparison.plan.vanished.length >= enoughToDoubt) return refused("emptied");
  if ((await missingLegalNotice(ctx)).length > 0) return refused("legalNotice");
  await merge(ctx, source, events);
  return done({ ...news, preview: "[]" });
};

/** What is known of a calendar before it is read; nothing when it has ended in the meantime. */
export const knownOf = (ctx: Context, id: Id<"calendarSource">) =>
  ctx.db
    .selectFrom("calendarSources")
    .select(["url", "etag", "lastModified"])
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .executeTakeFirst();

/** Takes in what was read, or keeps why it could not be. */
export const keepReading = async (
  ctx: Context,
  id: Id<"calendarSource">,
  reading: Reading,
): Promise<void> => {
  const source = await ctx.db
    .selectFrom("calendarSources")
    .selectAll()
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!source) return;
  if (!reading.ok) return failed(ctx, source, reading.because);
  if (reading.value.same) return succeeded(ctx, source, {});
  const { bytes, etag, lastModified } = reading.value;
  const taken = await take(ctx, source, bytes.toString("utf8"));
  if (!taken.ok) return failed(ctx, source, taken.because);
  return succeeded(ctx, source, { ...taken.value, etag, lastModified });
};

/** Nobody is named any more as who entered it, when they leave. */
export const forgetMaker = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.updateTable("calendarSources").set({ madeBy: null }).where("madeBy", "=", personId).execute();
};
