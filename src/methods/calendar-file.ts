import type ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { dayOf, zone as ours } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { mostInFile, parse } from "./calendar-parts.ts";
import { ending, instantOf, lengthOf, type Shown, timeOf, timesOf, type Zones } from "./calendar-times.ts";
import { zoneFinder } from "./calendar-zones.ts";
import { plainText } from "./plain-text.ts";
import { occurrences } from "./recurrence.ts";
import { type Rule, readRule } from "./recurrence-rule.ts";

/** One event of a calendar file, or one of a series, in our own time and in plain words. */
export type CalendarEvent = {
  readonly uid: string;
  /** Which one of a series: its first moment by the rule; the beginning of time for what happens once. */
  readonly instance: Date;
  readonly title: string;
  readonly text: string;
  readonly whereText: string;
  readonly startsAt: Date;
  /** Of whole days the midnight after the last one. */
  readonly endsAt: Date;
  readonly allDay: boolean;
  readonly canceled: boolean;
};

export type CalendarFile = {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  /** Events that could not be read, and series whose rule could not be followed. */
  readonly unread: number;
};

export type CalendarFault = "notACalendar" | "tooMany";

type Bounds = { readonly from: Date; readonly until: Date; readonly most: number };

const once = new Date(0);
/** What began so long ago may still go on. */
const longRunning = 31 * 86_400_000;
/** Series are followed for so many milliseconds in all. */
const patience = 2_000;
const longest = { title: 150, where: 200, text: 8_000 };

const words = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? "")
    .toWellFormed()
    .replaceAll("\u0000", "");

const oneLine = (text: string, most: number): string =>
  plainText(text).replace(/\s+/gu, " ").trim().slice(0, most).trim().toWellFormed();

type Common = Pick<CalendarEvent, "uid" | "title" | "text" | "whereText" | "canceled">;

const commonOf = (event: ICAL.Component, uid: string): Common => ({
  uid,
  title: oneLine(words(event, "summary"), longest.title),
  text: plainText(words(event, "description").slice(0, 4 * longest.text))
    .slice(0, longest.text)
    .toWellFormed(),
  whereText: oneLine(words(event, "location"), longest.where),
  canceled: words(event, "status").toUpperCase() === "CANCELLED",
});

/** What somebody marked as not for everybody is none of our business. */
const isPrivate = (event: ICAL.Component): boolean =>
  ["PRIVATE", "CONFIDENTIAL"].includes(words(event, "class").toUpperCase());

type Series = { readonly zones: Zones; readonly bounds: Bounds; readonly moved: ReadonlySet<number> };

type Starts = { readonly starts: readonly Shown[]; readonly whole: boolean };

const startsOf = (event: ICAL.Component, first: Shown, { zones, bounds }: Series): Starts => {
  const { ahead, endless, readable } = rulesOf(event, bounds);
  const extra = event.getAllProperties("rdate").flatMap((property) => timesOf(property, zones));
  const left = new Set(
    event
      .getAllProperties("exdate")
      .flatMap((property) => timesOf(property, zones))
      .map((shown) => +instantOf({ ...shown, allDay: first.allDay })),
  );
  const repeated = ahead.flatMap((rule) =>
    occurrences(
      {
        rule,
        startsOn: first.plain.toPlainDate().toString(),
        startsTime: first.plain.toPlainTime().toString({ smallestUnit: "minute" }),
        zone: first.allDay ? ours : first.zone,
      },
      // What began before and goes on is still ahead.
      { from: new Date(+bounds.from - longRunning), until: bounds.until, limit: bounds.most },
    ).map(({ at }): Shown => {
      const zone = first.allDay ? ours : first.zone;
      const plain = Temporal.Instant.fromEpochMilliseconds(+at).toZonedDateTimeISO(zone).toPlainDateTime();
      return { ...first, plain };
    }),
  );
  const all = new Map([first, ...repeated, ...extra].map((shown) => [+instantOf(shown), shown]));
  for (const instant of left) all.delete(instant);
  // A rule without an end that gives nothing was not understood.
  return { starts: [...all.values()], whole: readable && (!endless || repeated.length > 0) };
};

const usable = new Set(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);

const endOf = ({ until }: Rule): string => (until === undefined ? "99991231" : until.slice(0, 8));

/** The rules that may still give something, and whether all could be read. */
const rulesOf = (event: ICAL.Component, { from }: Bounds) => {
  const texts = event.getAllProperties("rrule").map((property) => String(property.getFirstValue()));
  const rules = texts.slice(0, 3).map((text) => ({ text, rule: readRule(text) }));
  const earliest = dayOf(new Date(+from - longRunning)).replaceAll("-", "");
  const ahead = rules.filter(({ rule }) => rule && usable.has(rule.frequency) && endOf(rule) >= earliest);
  const endless = ahead.some(({ rule }) => rule && rule.count === undefined);
  return {
    ahead: ahead.map(({ text }) => text),
    endless,
    readable: rules.every(({ rule }) => rule !== undefined && usable.has(rule.frequency)),
  };
};

const seriesOf = (event: ICAL.Component, series: Series): { events: CalendarEvent[]; whole: boolean } => {
  const { zones, moved } = series;
  const uid = words(event, "uid").slice(0, 500);
  const first = timeOf(event, "dtstart", zones);
  if (!first || uid === "") throw new TypeError("no beginning");
  const length = lengthOf(event, first, zones);
  const common = commonOf(event, uid);
  const original = timeOf(event, "recurrence-id", zones);
  const one = (shown: Shown, instance: Date): CalendarEvent => ({
    ...common,
    instance,
    startsAt: instantOf(shown),
    endsAt: ending(shown, length),
    allDay: shown.allDay,
  });
  if (original)
    return { events: [one(first, instantOf({ ...original, allDay: original.allDay }))], whole: true };
  if (!event.hasProperty("rrule") && !event.hasProperty("rdate"))
    return { events: [one(first, once)], whole: true };
  const { starts, whole } = startsOf(event, first, series);
  const kept = starts.filter((shown) => !moved.has(+instantOf(shown)));
  return { events: kept.map((shown) => one(shown, instantOf(shown))), whole };
};

/** The single events of a series that were moved or changed: their places in the rule are taken by them. */
const movedIn = (
  events: readonly ICAL.Component[],
  zones: Zones,
): ReadonlyMap<string, ReadonlySet<number>> => {
  const moved = new Map<string, Set<number>>();
  for (const event of events) {
    if (!event.hasProperty("recurrence-id")) continue;
    try {
      const original = timeOf(event, "recurrence-id", zones);
      const uid = words(event, "uid").slice(0, 500);
      if (original) moved.set(uid, (moved.get(uid) ?? new Set()).add(+instantOf(original)));
    } catch {
      // It is counted as unread when its turn comes.
    }
  }
  return moved;
};

/**
 * Reads a calendar file (RFC 5545) as Google, Outlook and Nextcloud write it: series are written out between two
 * moments, exceptions and changes to single events hold, HTML becomes plain words, private events stay out. What cannot
 * be read is counted and left out; the rest holds.
 */
export const readCalendar = (text: string, bounds: Bounds): Outcome<CalendarFile, CalendarFault> => {
  const parsed = parse(text);
  if (!parsed) return refused("notACalendar");
  const { calendar, events: components } = parsed;
  if (components.length > mostInFile) return refused("tooMany");
  const zones = zoneFinder(calendar);
  const moved = movedIn(components, zones);
  const found: CalendarEvent[] = [];
  const start = performance.now();
  let unread = parsed.broken;
  for (const component of components) {
    if (isPrivate(component)) continue;
    try {
      const own = moved.get(words(component, "uid").slice(0, 500)) ?? new Set();
      const { events, whole } = seriesOf(component, { zones, bounds, moved: own });
      found.push(
        ...events.filter(({ startsAt, endsAt }) => endsAt >= bounds.from && startsAt < bounds.until),
      );
      if (!whole) unread += 1;
    } catch {
      unread += 1;
    }
    // The work is bounded too, not only what comes of it.
    if (found.length > 4 * bounds.most || performance.now() - start > patience) return refused("tooMany");
  }
  const events = found
    .filter(({ title }) => title !== "")
    .sort((one, other) => +one.startsAt - +other.startsAt)
    .slice(0, bounds.most);
  return done({ name: oneLine(words(calendar, "x-wr-calname"), 120), events, unread });
};
