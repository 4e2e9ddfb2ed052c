import type { CalendarEvent } from "./calendar-file.ts";
import { nameLikeness, plainWords } from "./likeness.ts";

/** What an event says; a date of ours says the same when somebody reads it. */
export type Said = Pick<
  CalendarEvent,
  "title" | "text" | "whereText" | "startsAt" | "endsAt" | "allDay" | "canceled"
>;

/** A date of ours that may be the same as an event. */
export type KnownDate = Said & { readonly id: string; readonly organizationId: string | null };

/** Which event of which calendar a date shows. */
export type Copy = {
  readonly sourceId: string;
  readonly uid: string;
  readonly instance: Date;
  readonly dateId: string;
  readonly leads: boolean;
  readonly fingerprint: string;
};

export type Update = {
  readonly event: CalendarEvent;
  readonly date: KnownDate;
  readonly said: Said;
  readonly fingerprint: string;
};
export type Joined = {
  readonly event: CalendarEvent;
  readonly dateId: string;
  readonly why: "uid" | "alike";
};

/** What is to be done so that our calendar says what theirs says. */
export type MergePlan = {
  readonly make: readonly CalendarEvent[];
  readonly join: readonly Joined[];
  /** Dates that this calendar leads: the ones that say something new, under a new fingerprint. */
  readonly update: readonly Update[];
  /** Copies that are still there, unchanged. */
  readonly same: readonly Copy[];
  /** What is not in the calendar any more, though it would still be ahead. */
  readonly vanished: readonly Copy[];
};

/** FNV-1a, 32 bits: only to notice that words have changed. */
const hash = (text: string): string => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, "0");
};

const partsOf = (said: Said): readonly string[] => [
  said.title,
  said.text,
  said.whereText,
  `${+said.startsAt} ${+said.endsAt} ${said.allDay}`,
  String(said.canceled),
];

/** Five short hashes: what an event said when we wrote it down, part by part. */
export const fingerprintOf = (said: Said): string => partsOf(said).map(hash).join(".");

/**
 * What a date should say now. Part by part: what changed there and was not changed by people here is taken over; what
 * people wrote here stays.
 */
export const mergedWords = (event: Said, date: Said, fingerprint: string): Said => {
  const known = fingerprint.split(".");
  const [here, there] = [fingerprintOf(date).split("."), fingerprintOf(event).split(".")];
  const takes = (part: number): boolean => there[part] !== known[part] && here[part] === known[part];
  const span = takes(3) ? event : date;
  return {
    title: (takes(0) ? event : date).title,
    text: (takes(1) ? event : date).text,
    whereText: (takes(2) ? event : date).whereText,
    startsAt: span.startsAt,
    endsAt: span.endsAt,
    allDay: span.allDay,
    canceled: (takes(4) ? event : date).canceled,
  };
};

const nearMinutes = 30;
const alikeTitle = 0.72;
const alikePlace = 0.34;

const isNear = (event: Said, date: Said): boolean => {
  const minutes = event.allDay || date.allDay ? 24 * 60 : nearMinutes;
  return Math.abs(+event.startsAt - +date.startsAt) <= minutes * 60_000 && isSameDay(event, date);
};

// A whole day is the same as an hour of it, but not as one of the day before.
const isSameDay = (one: Said, other: Said): boolean =>
  one.allDay === other.allDay ||
  (one.allDay ? one.startsAt <= other.startsAt && other.startsAt < one.endsAt : isSameDay(other, one));

const isSamePlace = (one: string, other: string): boolean => {
  const [a, b] = [plainWords(one), plainWords(other)];
  if (a === "" || b === "" || a.includes(b) || b.includes(a)) return true;
  return nameLikeness(a, b) >= alikePlace;
};

/** Does this date show the same thing: at nearly the same time, under nearly the same name, at the same place? */
export const isAlike = (event: Said, date: Said): boolean =>
  !date.canceled &&
  isNear(event, date) &&
  nameLikeness(event.title, date.title) >= alikeTitle &&
  isSamePlace(event.whereText, date.whereText);

const keyOf = (uid: string, instance: Date): string => `${+instance} ${uid}`;

type Given = {
  readonly sourceId: string;
  /** The suffix of our own ids in feeds: whoever reads our calendar brings our dates back. */
  readonly ourSuffix: string;
  readonly events: readonly CalendarEvent[];
  /** Of this and all other calendars, for dates ahead. */
  readonly copies: readonly Copy[];
  /** Published dates ahead, of people and of calendars. */
  readonly dates: readonly KnownDate[];
};

/** By the hour, so that not every event is compared with every date. */
const byHour = (dates: readonly KnownDate[]): ReadonlyMap<number, readonly KnownDate[]> =>
  Map.groupBy(dates, ({ startsAt }) => Math.floor(+startsAt / 3_600_000));

/** A whole day may be the same as an hour of it. */
const hoursAround = 24;

const around = (hours: ReadonlyMap<number, readonly KnownDate[]>, event: CalendarEvent): KnownDate[] => {
  const middle = Math.floor(+event.startsAt / 3_600_000);
  return Array.from(
    { length: 2 * hoursAround + 1 },
    (_, index) => hours.get(middle - hoursAround + index) ?? [],
  ).flat();
};

/** Which date already shows this event: by its id in another calendar or in ours, or because it is alike. */
const finder = ({ ourSuffix, copies, dates, sourceId }: Given, taken: Set<string>) => {
  const byUid = new Map(
    copies
      .filter((copy) => copy.sourceId !== sourceId)
      .map((copy) => [keyOf(copy.uid, copy.instance), copy.dateId]),
  );
  const byId = new Map(dates.map((date) => [date.id, date]));
  const hours = byHour(dates);
  return (event: CalendarEvent): Omit<Joined, "event"> | undefined => {
    const ours = event.uid.endsWith(ourSuffix) ? event.uid.slice(0, -ourSuffix.length) : undefined;
    const same = byUid.get(keyOf(event.uid, event.instance)) ?? (ours && byId.get(ours)?.id);
    if (same !== undefined && same !== "" && !taken.has(same)) return { dateId: same, why: "uid" };
    const alike = around(hours, event).find((date) => !taken.has(date.id) && isAlike(event, date));
    return alike && { dateId: alike.id, why: "alike" };
  };
};

/**
 * Compares a calendar as it was read with what we know of it. One event is one date, in however many calendars it
 * stands: known by its id, or by time, name and place. Two events of one calendar are never the same date.
 */
export const planMerge = (given: Given): MergePlan => {
  const { sourceId, events, copies, dates } = given;
  const own = new Map(
    copies.filter((copy) => copy.sourceId === sourceId).map((copy) => [keyOf(copy.uid, copy.instance), copy]),
  );
  const byId = new Map(dates.map((date) => [date.id, date]));
  const taken = new Set([...own.values()].map(({ dateId }) => dateId));
  const find = finder(given, taken);
  const plan = {
    make: [] as CalendarEvent[],
    join: [] as Joined[],
    update: [] as Update[],
    same: [] as Copy[],
  };
  for (const event of events) {
    const key = keyOf(event.uid, event.instance);
    const copy = own.get(key);
    own.delete(key);
    const date = copy && byId.get(copy.dateId);
    if (copy && (!date || !copy.leads || fingerprintOf(event) === copy.fingerprint)) plan.same.push(copy);
    else if (copy && date)
      plan.update.push({
        event,
        date,
        said: mergedWords(event, date, copy.fingerprint),
        fingerprint: fingerprintOf(event),
      });
    else if (!event.canceled) {
      const known = find(event);
      if (known) {
        taken.add(known.dateId);
        plan.join.push({ event, ...known });
      } else plan.make.push(event);
    }
  }
  return { ...plan, vanished: [...own.values()] };
};
