import { dayOf, instantAt, timeOf } from "#core/local-time.ts";

/** A week in 21 parts: each day's morning (until noon), afternoon (until 17) and evening; Monday morning is bit 0. */
export const weekParts = 21;

const weekdayOf = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
const bit = (day: number, part: number): number => 1 << (day * 3 + part);
const partAt = (time: string): number => (time < "12:00" ? 0 : time < "17:00" ? 1 : 2);

/** The bits of some numbers of parts, 0 to 20. */
export const timesOf = (numbers: readonly number[]): number =>
  numbers
    .filter((number) => number >= 0 && number < weekParts)
    .reduce((times, number) => times | (1 << number), 0);

/** The numbers of the parts that are set. */
export const partsIn = (times: number): number[] =>
  Array.from({ length: weekParts }, (_, number) => number).filter((number) => (times & (1 << number)) !== 0);

/** The days that have a part, Monday 0. */
export const daysIn = (times: number): number[] => [
  ...new Set(partsIn(times).map((number) => Math.floor(number / 3))),
];

/** The parts of a day that are set on any day: 0 morning, 1 afternoon, 2 evening. */
export const dayPartsIn = (times: number): number[] =>
  [...new Set(partsIn(times).map((number) => number % 3))].sort();

/** The parts that something from `start` to `end` of the same day takes up. */
export const timesBetween = (start: Date, end: Date | null): number => {
  const day = weekdayOf(dayOf(start));
  const first = partAt(timeOf(start));
  const sameDay = end !== null && end > start && dayOf(end) === dayOf(start);
  // Whoever stays until noon sharp is not needed in the afternoon.
  const last = sameDay ? partAt(timeOf(new Date(+end - 60_000))) : first;
  return timesOf([first, first + 1, first + 2].filter((part) => part <= last).map((part) => day * 3 + part));
};

const daysOf = (days: readonly number[], parts: readonly number[]): number =>
  days.reduce((times, day) => parts.reduce((sum, part) => sum | bit(day, part), times), 0);

/** The three answers people give when asked for their time. */
export const spans = {
  day: daysOf([0, 1, 2, 3, 4], [0, 1]),
  evening: daysOf([0, 1, 2, 3, 4], [2]),
  weekend: daysOf([5, 6], [0, 1, 2]),
} as const;

/** When something takes place, as a form tells it: days and times apart, and the ticked parts of the week. */
export type Told = {
  readonly startDay: string | null;
  readonly startTime: string | null;
  readonly endDay: string | null;
  readonly endTime: string | null;
  readonly times: readonly number[];
  readonly durationMinutes: number | null;
  /** One comes whenever one likes: a date says nothing about the week. */
  readonly anyTime: boolean;
};

const span = ({ startDay, startTime, endDay, endTime }: Told) => {
  if (!startDay) return { startsAt: null, endsAt: endDay ? instantAt(endDay, "23:59") : null };
  const last = endDay ?? (endTime ? startDay : null);
  return {
    startsAt: instantAt(startDay, startTime ?? "00:00"),
    endsAt: last ? instantAt(last, endTime ?? "23:59") : null,
  };
};

/** The same as instants: a date says by itself which part of the week it takes up, and how long it lasts. */
export const timingOf = (told: Told) => {
  const { startsAt, endsAt } = span(told);
  const own = timesOf(told.times);
  const sameDay = startsAt && endsAt && dayOf(startsAt) === dayOf(endsAt);
  const timed = startsAt && told.startTime && !told.anyTime;
  const lasts = sameDay && told.startTime && told.endTime ? Math.round((+endsAt - +startsAt) / 60_000) : null;
  return {
    startsAt,
    endsAt,
    times: own !== 0 || !timed ? own : timesBetween(startsAt, sameDay ? endsAt : null),
    durationMinutes: told.durationMinutes ?? (lasts !== null && lasts >= 5 ? lasts : null),
  };
};
