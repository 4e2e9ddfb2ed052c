import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { instantAt } from "#core/local-time.ts";
import type { zoneFinder } from "./calendar-zones.ts";

/** What a clock shows at a moment, in which zone; of whole days midnight. */
export type Shown = {
  readonly plain: Temporal.PlainDateTime;
  readonly zone: string;
  readonly allDay: boolean;
};
export type Zones = ReturnType<typeof zoneFinder>;

const shownBy = (value: unknown, zone: string | undefined, zones: Zones): Shown => {
  if (!(value instanceof ICAL.Time)) throw new TypeError("no time");
  const { year, month, day, hour, minute, second, isDate } = value;
  const plain = Temporal.PlainDateTime.from(
    { year, month, day, hour, minute, second: Math.min(second, 59) },
    { overflow: "reject" },
  );
  const utc = !isDate && value.zone === ICAL.Timezone.utcTimezone;
  return { plain, zone: utc ? "UTC" : zones(zone), allDay: isDate };
};

/** All times that a property of an event holds. */
export const timesOf = (property: ICAL.Property | null, zones: Zones): Shown[] => {
  if (!property) return [];
  const zone = property.getFirstParameter("tzid") || undefined;
  return property.getValues().map((value) => shownBy(value, zone, zones));
};

/** The one time of an event under this name. */
export const timeOf = (event: ICAL.Component, name: string, zones: Zones): Shown | undefined =>
  timesOf(event.getFirstProperty(name), zones)[0];

/** The moment; whole days are days here, whatever zone the file was written in. */
export const instantOf = ({ plain, zone, allDay }: Shown): Date =>
  allDay
    ? instantAt(plain.toPlainDate().toString())
    : new Date(plain.toZonedDateTime(zone).epochMilliseconds);

/** How long it takes: days where it counts days, else real milliseconds. */
type Length = { readonly days: number } | { readonly milliseconds: number };

/** How long an event takes. */
export const lengthOf = (event: ICAL.Component, start: Shown, zones: Zones): Length => {
  const end = timeOf(event, "dtend", zones);
  if (end && start.allDay)
    return { days: Math.max(1, start.plain.until(end.plain, { largestUnit: "days" }).days) };
  if (end) return { milliseconds: Math.max(0, +instantOf(end) - +instantOf(start)) };
  const duration = event.getFirstPropertyValue("duration");
  const seconds = duration instanceof ICAL.Duration ? Math.max(0, duration.toSeconds()) : 0;
  if (start.allDay) return { days: Math.max(1, Math.round(seconds / 86_400)) };
  return { milliseconds: Math.min(seconds, 366 * 86_400) * 1_000 };
};

/** When it ends, if it begins then. */
export const ending = (start: Shown, length: Length): Date =>
  "days" in length
    ? instantAt(start.plain.toPlainDate().add({ days: length.days }).toString())
    : new Date(+instantOf(start) + length.milliseconds);
