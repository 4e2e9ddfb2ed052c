import ical, { type ICalCalendar, ICalEventStatus } from "ical-generator";
import { modules } from "#app/modules.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import type { CalendarEntry } from "#core/module.ts";
import { say } from "./messages.ts";

const startOf = ({ start }: CalendarEntry): Date => (typeof start === "string" ? instantAt(start) : start);
const endOf = ({ end }: CalendarEntry): Date => (typeof end === "string" ? instantAt(plusDays(end, 1)) : end);

/** Everything that stands in somebody's calendar, from all storeys, by time. */
export const listEntries = async (ctx: Context, person: Id<"person">): Promise<readonly CalendarEntry[]> => {
  const lists: (readonly CalendarEntry[])[] = [];
  for (const module of modules) if (module.calendar) lists.push(await module.calendar(ctx, person));
  return lists.flat().sort((one, other) => +startOf(one) - +startOf(other));
};

/** What of it is still ahead and takes place. */
export const ahead = (
  ctx: Pick<Context, "now">,
  entries: readonly CalendarEntry[],
): readonly CalendarEntry[] => entries.filter((entry) => !entry.canceled && endOf(entry) >= ctx.now);

// Calendars count all-day dates in days without a clock, the last one excluded; noon keeps the day whatever reads it.
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

const spanOf = ({ start, end }: CalendarEntry) =>
  typeof start === "string"
    ? { start: noon(start), end: noon(plusDays(typeof end === "string" ? end : start, 1)), allDay: true }
    : { start, end: typeof end === "string" ? start : end };

const addEntry = (calendar: ICalCalendar, host: string, entry: CalendarEntry): void => {
  calendar.createEvent({
    ...spanOf(entry),
    // The same id as in the file of a single appointment, so that no calendar shows it twice.
    id: `${entry.id}@${host}`,
    sequence: entry.revision,
    stamp: entry.changedAt,
    summary: entry.title,
    description: entry.text || null,
    location: entry.whereText || null,
    status: entry.canceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
};

/** A person's dates as iCalendar (RFC 5545), every instant in UTC, so that no reader needs our time zone. */
export const calendarFile = (ctx: Context, origin: string, entries: readonly CalendarEntry[]): string => {
  const calendar = ical({
    name: say(ctx)("feedTitle", { town: ctx.place.name }),
    prodId: { company: "Anlaufstelle", product: ctx.place.slug, language: "DE" },
    ttl: 3_600,
  });
  for (const entry of entries) addEntry(calendar, new URL(origin).hostname, entry);
  return calendar.toString();
};
