import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, line, many, time, whole } from "#core/input.ts";
import { instantAt, plusDays, weekdayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { type OpeningSpan, readOpeningHours } from "#methods/opening-hours.ts";
import { may } from "#modules/desk/policy.ts";
import { listStaff } from "#modules/people/queries.ts";

const person = z.string().refine((text): text is Id<"person"> => isId<"person">(text), { error: "choose" });

/** A series of times that people can choose from. */
export const Slots = z.object({
  wer: person,
  von: day,
  bis: day,
  tage: many(z.enum(["0", "1", "2", "3", "4", "5", "6"])),
  ab: time.optional(),
  ende: time.optional(),
  minuten: whole(10, 240),
  ort: line(200).optional(),
});

const longest = 84;
const minute = 60_000;

const spansOf = (ctx: Context, { tage, ab, ende }: z.infer<typeof Slots>): readonly OpeningSpan[] => {
  const opening = readOpeningHours(ctx.place.openingHours);
  const days = tage.length > 0 ? tage.map(Number) : [...new Set(opening.map(({ weekday }) => weekday))];
  if (ab && ende) return days.map((weekday) => ({ weekday, from: ab, to: ende }));
  return opening.filter(({ weekday }) => days.includes(weekday));
};

const startsOf = (ctx: Context, slots: z.infer<typeof Slots>): readonly Date[] => {
  const spans = spansOf(ctx, slots);
  const starts: Date[] = [];
  for (let at = slots.von; at <= slots.bis; at = plusDays(at, 1)) {
    for (const { from, to } of spans.filter(({ weekday }) => weekday === weekdayOf(at))) {
      const end = +instantAt(at, to);
      const step = slots.minuten * minute;
      for (let start = +instantAt(at, from); start + step <= end; start += step) starts.push(new Date(start));
    }
  }
  return starts.filter((start) => start > ctx.now);
};

export type SlotRefusal = "order" | "long" | "noTimes" | "unknown";

/** Offers times in a row; where the adviser sits in another conversation already, none is added. */
export const offerSlots = async (
  ctx: Context,
  slots: z.infer<typeof Slots>,
): Promise<Outcome<number, SlotRefusal>> => {
  allow(may.work(ctx));
  if (slots.bis < slots.von) return refused("order");
  if (slots.bis > plusDays(slots.von, longest)) return refused("long");
  if (!(await listStaff(ctx)).some(({ id }) => id === slots.wer)) return refused("unknown");
  const starts = startsOf(ctx, slots);
  if (starts.length === 0) return refused("noTimes");
  await lockAdviser(ctx, slots.wer);
  const { rows } = await sql<{ id: string }>`
    insert into appointments (starts_at, ends_at, adviser_id, where_text)
    select t.at, t.at + make_interval(mins => ${slots.minuten}), ${slots.wer}, ${slots.ort ?? officeAddress(ctx)}
    from unnest(${starts.map((start) => start.toISOString())}::timestamptz[]) as t(at)
    where not exists (select from appointments a where a.adviser_id = ${slots.wer} and a.canceled_at is null
      and a.starts_at < t.at + make_interval(mins => ${slots.minuten}) and a.ends_at > t.at)
    returning id`.execute(ctx.db);
  await record(ctx, "appointment.offered", slots.wer, { times: rows.length, from: slots.von, to: slots.bis });
  return rows.length === 0 ? refused("noTimes") : done(rows.length);
};

/** Where a conversation takes place unless something else was said. */
export const officeAddress = ({ place }: Context): string =>
  [place.officeStreet, `${place.officePostcode} ${place.officeTown}`.trim()].filter(Boolean).join(", ");

/** The rule in the database stops two conversations at once; queueing here turns its error into words. */
export const lockAdviser = (ctx: Context, adviser: Id<"person">) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`adviser ${adviser}`}, 0))`.execute(ctx.db);
