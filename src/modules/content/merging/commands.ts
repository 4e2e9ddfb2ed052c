import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { slugOf } from "#core/slug.ts";
import type { CalendarEvent } from "#methods/calendar-file.ts";
import { type Copy, fingerprintOf, type Said, type Update } from "#methods/calendar-merge.ts";
import { type Comparison, compare, type Source } from "./queries.ts";

export type Merged = {
  readonly made: number;
  readonly joined: number;
  readonly changed: number;
  readonly gone: number;
};

type NewCopy = Omit<Copy, "sourceId" | "dateId"> & { readonly dateId: Id<"calendarDate"> };

const keepCopies = async (ctx: Context, source: Source, copies: readonly NewCopy[]): Promise<void> => {
  if (copies.length === 0) return;
  await ctx.db
    .insertInto("calendarCopies")
    .values(copies.map((copy) => ({ ...copy, sourceId: source.id, seenAt: ctx.now })))
    .onConflict((conflict) =>
      conflict.columns(["placeId", "sourceId", "uid", "instance"]).doUpdateSet((set) => ({
        fingerprint: set.ref("excluded.fingerprint"),
        seenAt: ctx.now,
      })),
    )
    .execute();
};

const short = ({ uid, instance }: CalendarEvent, source: Source): string =>
  createHash("sha256").update(`${source.id} ${uid} ${+instance}`).digest("hex").slice(0, 8);

// Readable where that is free, and with a few signs of its own where another date has that address.
const slugsFor = async (
  ctx: Context,
  source: Source,
  events: readonly CalendarEvent[],
): Promise<string[]> => {
  const wanted = events.map(
    (event) => `${slugOf(event.title, "termin").slice(0, 60).replace(/-+$/u, "")}-${dayOf(event.startsAt)}`,
  );
  const rows = await ctx.db.selectFrom("calendarDates").select("slug").where("slug", "in", wanted).execute();
  const used = new Set(rows.map(({ slug }) => slug));
  return events.map((event, index) => {
    const plain = wanted[index] ?? "";
    const slug = used.has(plain) ? `${plain}-${short(event, source)}` : plain;
    used.add(slug);
    return slug;
  });
};

const make = async (ctx: Context, source: Source, events: readonly CalendarEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const slugs = await slugsFor(ctx, source, events);
  const rows = await ctx.db
    .insertInto("calendarDates")
    .values(
      events.map((event, index) => ({
        slug: slugs[index] ?? "",
        title: event.title,
        body: event.text,
        startsAt: event.startsAt,
        endsAt: event.endsAt,
        allDay: event.allDay,
        whereText: event.whereText,
        organizationId: source.organizationId,
        publishedAt: ctx.now,
      })),
    )
    .returning(["id", "slug"])
    .execute();
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const copies = events.flatMap((event, index): NewCopy[] => {
    const dateId = ids.get(slugs[index] ?? "");
    if (!dateId) return [];
    const { uid, instance } = event;
    return [{ uid, instance, dateId, leads: true, fingerprint: fingerprintOf(event) }];
  });
  await keepCopies(ctx, source, copies);
};

type Written = { readonly id: string } & Said;

const write = async (ctx: Context, dates: readonly Written[]): Promise<void> => {
  if (dates.length === 0) return;
  await sql`
    update calendar_dates d set title = u.title, body = u.text, where_text = u."whereText", starts_at = u."startsAt",
      ends_at = u."endsAt", all_day = u."allDay", changed_at = ${ctx.now}, revision = d.revision + 1,
      canceled_at = case when u.canceled then coalesce(d.canceled_at, ${ctx.now}) end
    from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as u(id uuid, title text, "text" text, "whereText" text,
      "startsAt" timestamptz, "endsAt" timestamptz, "allDay" boolean, canceled boolean)
    where d.id = u.id`.execute(ctx.db);
};

const isNew = ({ said, date }: Update): boolean => fingerprintOf(said) !== fingerprintOf(date);

const change = async (ctx: Context, source: Source, updates: readonly Update[]): Promise<number> => {
  const written = updates.filter(isNew).map(({ date, said }) => ({ id: date.id, ...said }));
  await write(ctx, written);
  await keepCopies(
    ctx,
    source,
    updates.map(({ event: { uid, instance }, date, fingerprint }) => ({
      uid,
      instance,
      dateId: date.id as Id<"calendarDate">,
      leads: true,
      fingerprint,
    })),
  );
  return written.length;
};

/** Another calendar that shows the date as well takes it over, the one that has known it longest. */
const handOver = async (ctx: Context, source: Source, dateIds: readonly string[]): Promise<Set<string>> => {
  if (dateIds.length === 0) return new Set();
  const { rows } = await sql<{ dateId: string }>`
    with next as (
      select distinct on (c.date_id) c.place_id, c.source_id, c.uid, c.instance, c.date_id, s.organization_id
      from calendar_copies c join calendar_sources s on s.place_id = c.place_id and s.id = c.source_id
      where c.date_id = any(${[...dateIds]}::uuid[]) and c.source_id <> ${source.id} and s.ended_at is null
      order by c.date_id, c.seen_at, c.source_id, c.uid, c.instance
    ), hosts as (
      update calendar_dates d set organization_id = next.organization_id from next
      where d.place_id = next.place_id and d.id = next.date_id
    )
    update calendar_copies c set leads = true from next
    where c.place_id = next.place_id and c.source_id = next.source_id and c.uid = next.uid and c.instance = next.instance
    returning c.date_id`.execute(ctx.db);
  return new Set(rows.map(({ dateId }) => dateId));
};

const forgetCopies = async (ctx: Context, source: Source, copies: readonly Copy[]): Promise<void> => {
  if (copies.length === 0) return;
  await ctx.db
    .deleteFrom("calendarCopies")
    .where("sourceId", "=", source.id)
    .where((where) => where.or(copies.map(({ uid, instance }) => where.and({ uid, instance }))))
    .execute();
};

/** What is gone there does not take place, unless another calendar or somebody here knows better. */
const cancelVanished = async (ctx: Context, source: Source, { plan, dates }: Comparison): Promise<number> => {
  const ahead = plan.vanished.filter(({ dateId }) => (dates.get(dateId)?.startsAt ?? ctx.now) > ctx.now);
  const led = ahead.filter(({ leads }) => leads);
  const kept = await handOver(
    ctx,
    source,
    led.map(({ dateId }) => dateId),
  );
  await forgetCopies(
    ctx,
    source,
    ahead.filter(({ leads, dateId }) => !leads || kept.has(dateId)),
  );
  const lost = led.flatMap((copy) => {
    const date = dates.get(copy.dateId);
    // Its words are kept under the fingerprint "canceled": should it come back, so does the date.
    return date &&
      !kept.has(copy.dateId) &&
      !date.canceled &&
      copy.fingerprint.endsWith(fingerprintOf(date).slice(-8))
      ? [{ copy, said: { ...date, canceled: true } }]
      : [];
  });
  await write(
    ctx,
    lost.map(({ copy, said }) => ({ ...said, id: copy.dateId })),
  );
  await keepCopies(
    ctx,
    source,
    lost.map(({ copy: { uid, instance, dateId, leads, fingerprint }, said }) => ({
      uid,
      instance,
      dateId: dateId as Id<"calendarDate">,
      leads,
      fingerprint: fingerprint.slice(0, -8) + fingerprintOf(said).slice(-8),
    })),
  );
  return lost.length;
};

/** Lets our calendar say what theirs says: what is new comes in, what changed follows, what is gone is canceled. */
export const merge = async (
  ctx: Context,
  source: Source,
  events: readonly CalendarEvent[],
): Promise<Merged> => {
  const comparison = await compare(ctx, source, events);
  const { plan } = comparison;
  await make(ctx, source, plan.make);
  const joined = plan.join.map(({ event, dateId }) => ({
    uid: event.uid,
    instance: event.instance,
    dateId: dateId as Id<"calendarDate">,
    leads: false,
    fingerprint: fingerprintOf(event),
  }));
  await keepCopies(ctx, source, joined);
  const changed = await change(ctx, source, plan.update);
  const gone = await cancelVanished(ctx, source, comparison);
  const merged = { made: plan.make.length, joined: plan.join.length, changed, gone };
  if (Object.values(merged).some((n) => n > 0))
    await record(ctx, "calendar_source.merged", source.id, merged);
  return merged;
};

/** A calendar is not read along any more: its dates ahead go with it, but for those others show or people changed. */
export const takeAway = async (ctx: Context, source: Source): Promise<number> => {
  const { plan, dates } = await compare(ctx, source, []);
  const led = plan.vanished.filter(({ leads }) => leads);
  const kept = await handOver(
    ctx,
    source,
    led.map(({ dateId }) => dateId),
  );
  const own = led.flatMap(({ dateId, fingerprint }) => {
    const date = dates.get(dateId);
    const untouched = date !== undefined && fingerprintOf(date) === fingerprint && date.startsAt > ctx.now;
    return untouched && !kept.has(dateId) ? [date.id as Id<"calendarDate">] : [];
  });
  await ctx.db.deleteFrom("calendarCopies").where("sourceId", "=", source.id).execute();
  if (own.length > 0) await ctx.db.deleteFrom("calendarDates").where("id", "in", own).execute();
  return own.length;
};
