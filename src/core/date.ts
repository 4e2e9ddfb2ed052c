import { dayOf, zone } from "./local-time.ts";
import { type Reader, say } from "./words.ts";

/** Whoever reads a date: in which language, and what is now. */
export type Clock = Reader & { readonly now: Date };
/** A moment, or a day as PostgreSQL writes it ("2026-11-24"). */
export type When = Date | string;
type Parts = { readonly year: number; readonly month: number; readonly day: number };

const dayMilliseconds = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(language), { timeZone: zone, ...options });
  formats.set(key, known);
  return known;
};

// Intl knows no Easy German; a British reader sees days before months, as everyone here does.
const locale = (language: string): string =>
  language === "de-x-easy" ? "de" : language === "en" ? "en-GB" : language;

// A day without an hour is read at noon, so no summer time moves it.
const moment = (when: When): Date =>
  typeof when === "string" && when.length === 10 ? new Date(`${when}T12:00:00Z`) : new Date(when);

/** The calendar day in Berlin as "2026-11-24": for `datetime`, addresses and comparisons. */
export const isoDay = (when: When): string => dayOf(moment(when));

const parts = (when: When): Parts => {
  const [year = 0, month = 0, day = 0] = isoDay(when).split("-").map(Number);
  return { year, month, day };
};

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: When, to: When): number =>
  Math.round((Date.parse(isoDay(to)) - Date.parse(isoDay(from))) / dayMilliseconds);

const weekday = (language: string, when: When): string =>
  format(language, { weekday: "short" }).format(moment(when)).replace(/\.$/, "");

/** "Di 24. November", and with the year when it is not this year. */
export const day = (clock: Clock, when: When): string =>
  `${weekday(clock.language, when)} ${dayOnly(clock, when)}`;

/** "24. November", and with the year when it is not this year. */
export const dayOnly = (clock: Clock, when: When): string => {
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long" };
  const sameYear = parts(when).year === parts(clock.now).year;
  return format(clock.language, sameYear ? options : { ...options, year: "numeric" }).format(moment(when));
};

/** "24. November 2026": for records that are read years later. */
export const dayWithYear = (reader: Reader, when: When): string =>
  format(reader.language, { day: "numeric", month: "long", year: "numeric" }).format(moment(when));

/** "Montag, 23. November 2026": the head of a day. */
export const dayLong = (reader: Reader, when: When): string =>
  format(reader.language, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(
    moment(when),
  );

/** "Mi 25.11.": where there is little room. */
export const dayShort = (clock: Clock, when: When): string => {
  const { day: d, month, year } = parts(when);
  const tail = year === parts(clock.now).year ? "" : String(year);
  const date = clock.language === "en" ? `${d}/${month}${tail && `/${tail}`}` : `${d}.${month}.${tail}`;
  return `${weekday(clock.language, when)} ${date}`;
};

/** "November" and "November 2027": headings of calendars. */
export const month = (clock: Clock, when: When): string => {
  const sameYear = parts(when).year === parts(clock.now).year;
  return format(clock.language, sameYear ? { month: "long" } : { month: "long", year: "numeric" }).format(
    moment(when),
  );
};

/** The number of the day in its month, for the large figure of an event. */
export const dayNumber = (when: When): string => String(parts(when).day);

const hourMinute = (language: string, when: Date): string => {
  const text = format("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(when);
  if (language === "en") return text;
  const [hour = "", minute = ""] = text.split(":");
  return minute === "00" ? String(Number(hour)) : `${Number(hour)}.${minute}`;
};

/** "15 Uhr", "15–17 Uhr", "14–15.30 Uhr". */
export const time = (reader: Reader, start: Date, end?: Date | null): string => {
  const from = hourMinute(reader.language, start);
  if (!end || +end === +start) return say(reader)("clock", { time: from });
  return say(reader)("clockSpan", { from, to: hourMinute(reader.language, end) });
};

/** "Di 24. November, 15–17 Uhr"; over several days both ends are written out. */
export const dayAndTime = (clock: Clock, start: Date, end?: Date | null): string => {
  if (!end || isoDay(start) === isoDay(end)) return `${day(clock, start)}, ${time(clock, start, end)}`;
  const from = `${day(clock, start)}, ${time(clock, start)}`;
  return say(clock)("span", { from, to: `${day(clock, end)}, ${time(clock, end)}` });
};

/** "24. bis 26. November", "30. November bis 2. Dezember". */
export const period = (clock: Clock, from: When, to: When): string => {
  const [a, b] = [parts(from), parts(to)];
  if (isoDay(from) === isoDay(to)) return day(clock, from);
  const sameMonth = a.year === b.year && a.month === b.month;
  const first = sameMonth ? (clock.language === "en" ? `${a.day}` : `${a.day}.`) : dayOnly(clock, from);
  return say(clock)("span", { from: first, to: dayOnly(clock, to) });
};

const fractions: Readonly<Record<number, string>> = { 15: "¼", 30: "½", 45: "¾" };

/** "45 Minuten", "1 Stunde", "2½ Stunden". */
export const duration = (reader: Reader, minutes: number): string => {
  const total = Math.round(minutes);
  const whole = Math.floor(total / 60);
  const rest = total % 60;
  if (whole === 0) return say(reader)("minutes", { n: rest });
  if (rest === 0) return say(reader)("hours", { n: whole });
  const fraction = fractions[rest];
  if (fraction) return say(reader)("hoursText", { hours: `${whole}${fraction}` });
  return `${say(reader)("hours", { n: whole })} ${say(reader)("minutes", { n: rest })}`;
};

/** "seit 2 Tagen", "heute", "morgen", "Mi 25.11.": when something waits to be done. */
export const due = (clock: Clock, when: When): string => {
  const days = daysBetween(clock.now, when);
  if (days < 0) return say(clock)("sinceDays", { n: -days });
  if (days === 0) return say(clock)("today");
  return days === 1 ? say(clock)("tomorrow") : dayShort(clock, when);
};

/** Whether a due day has passed. */
export const isLate = (clock: Clock, when: When): boolean => daysBetween(clock.now, when) < 0;

/** "gerade eben", "vor 3 Stunden", "gestern", "vor 4 Tagen", then the day itself. */
export const ago = (clock: Clock, when: Date): string => {
  const minutes = Math.floor((+clock.now - +when) / 60_000);
  const days = daysBetween(when, clock.now);
  if (minutes < 1) return say(clock)("justNow");
  if (minutes < 60) return say(clock)("minutesAgo", { n: minutes });
  if (days === 0) return say(clock)("hoursAgo", { n: Math.floor(minutes / 60) });
  if (days === 1) return say(clock)("yesterday");
  return days < 14 ? say(clock)("daysAgo", { n: days }) : dayOnly(clock, when);
};

/** "Stand 31. Oktober 2026": the date that belongs to every number. */
export const asOf = (reader: Reader, when: When): string =>
  say(reader)("asOf", { date: dayWithYear(reader, when) });
