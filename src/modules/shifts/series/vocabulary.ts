import { dayWithYear, duration, time } from "#core/date.ts";
import { instantAt, weekdayOf } from "#core/local-time.ts";
import { messages } from "#core/messages.ts";
import type { Reader } from "#core/words.ts";
import { partOf, type Rule, readRule } from "#methods/recurrence-rule.ts";
import type { ShiftSeries } from "#modules/shifts/schema.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The days of the week as rules write them, Monday first. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

/** Which one of the month; the last one counts from its end. */
export const ordinals = ["1", "2", "3", "4", "-1"] as const;
export type Ordinal = (typeof ordinals)[number];

const say = messages(
  {
    MO: "Monday",
    TU: "Tuesday",
    WE: "Wednesday",
    TH: "Thursday",
    FR: "Friday",
    SA: "Saturday",
    SU: "Sunday",
    "1": "1st",
    "2": "2nd",
    "3": "3rd",
    "4": "4th",
    "-1": "last",
    weekly: "every {days}",
    weeks: { one: "every week on {days}", other: "every {n} weeks on {days}" },
    monthly: "every {days} of the month",
    months: { one: "every month on the {days}", other: "every {n} months on the {days}" },
    monthday: "on day {days} of every month",
    monthdays: { one: "every month on day {days}", other: "every {n} months on day {days}" },
    daily: "every day",
    days: { one: "every day", other: "every {n} days" },
    other: "by the rule {rule}",
    until: "until {day}",
    count: { one: "once", other: "{n} times" },
    noHolidays: "not on public holidays",
  },
  { de },
);

/** A weekday in full: "Dienstag". */
export const weekdayName = (reader: Reader, day: Weekday): string => say(reader)(day);
/** "2." and "letzten": which one of the month. */
export const ordinalName = (reader: Reader, ordinal: Ordinal): string => say(reader)(ordinal);

const isWeekday = (text: string): text is Weekday => (weekdays as readonly string[]).includes(text);
const isOrdinal = (text: string): text is Ordinal => (ordinals as readonly string[]).includes(text);

const joined = (reader: Reader, words: readonly string[]): string =>
  new Intl.ListFormat(reader.language === "en" ? "en-GB" : "de", { type: "conjunction" }).format(words);

/** "2. Dienstag", or nothing for what cannot be said so simply. */
const dayWords = (reader: Reader, part: string): string | undefined => {
  const [, ordinal = "", weekday = ""] = /^\+?(-?\d*)([A-Z]{2})$/u.exec(part) ?? [];
  if (!isWeekday(weekday)) return undefined;
  if (ordinal === "") return weekdayName(reader, weekday);
  return isOrdinal(ordinal) ? `${ordinalName(reader, ordinal)} ${weekdayName(reader, weekday)}` : undefined;
};

const daysIn = (reader: Reader, rule: Rule, startsOn: string): string | undefined => {
  const parts = partOf(rule, "BYDAY");
  const own = weekdays[weekdayOf(startsOn)] ?? "MO";
  const words = (parts.length > 0 ? parts : [own]).map((part) => dayWords(reader, part));
  return words.includes(undefined)
    ? undefined
    : joined(
        reader,
        words.filter((word) => word !== undefined),
      );
};

const simple = (rule: Rule, ...allowed: readonly string[]): boolean =>
  [...rule.parts.keys()].every((name) => ["FREQ", "INTERVAL", "WKST", ...allowed].includes(name));

const rhythm = (reader: Reader, rule: Rule, startsOn: string): string | undefined => {
  const words = say(reader);
  const n = rule.interval;
  if (rule.frequency === "DAILY" && simple(rule)) return n === 1 ? words("daily") : words("days", { n });
  const days = daysIn(reader, rule, startsOn);
  if (rule.frequency === "WEEKLY" && simple(rule, "BYDAY") && days) {
    return n === 1 ? words("weekly", { days }) : words("weeks", { n, days });
  }
  if (rule.frequency !== "MONTHLY") return undefined;
  if (rule.parts.has("BYDAY") && simple(rule, "BYDAY") && days && /\d/u.test(rule.parts.get("BYDAY") ?? "")) {
    return n === 1 ? words("monthly", { days }) : words("months", { n, days });
  }
  const own = String(Number(startsOn.slice(8)));
  const numbers = partOf(rule, "BYMONTHDAY");
  if (!simple(rule, "BYMONTHDAY") || numbers.some((number) => number.startsWith("-"))) return undefined;
  const list = joined(
    reader,
    (numbers.length > 0 ? numbers : [own]).map((number) => `${Number(number)}.`),
  );
  return n === 1 ? words("monthday", { days: list }) : words("monthdays", { n, days: list });
};

const ending = (reader: Reader, rule: Rule): string => {
  if (rule.count !== undefined) return say(reader)("count", { n: rule.count });
  if (rule.until === undefined) return "";
  const day = `${rule.until.slice(0, 4)}-${rule.until.slice(4, 6)}-${rule.until.slice(6, 8)}`;
  return say(reader)("until", { day: dayWithYear(reader, day) });
};

type Spoken = Pick<ShiftSeries, "rule" | "startsOn" | "skipsHolidays">;

/** "jeden 2. Dienstag im Monat, bis 30. Juni 2027, nicht an Feiertagen". */
export const ruleInWords = (reader: Reader, { rule: text, startsOn, skipsHolidays }: Spoken): string => {
  const rule = readRule(text);
  const rest = rule ? ending(reader, rule) : "";
  const first = (rule && rhythm(reader, rule, startsOn)) ?? say(reader)("other", { rule: text });
  return [first, rest, skipsHolidays ? say(reader)("noHolidays") : ""].filter(Boolean).join(", ");
};

/** "15–17 Uhr", or when it ends on another day "22 Uhr, 8 Stunden". */
export const hoursInWords = (
  reader: Reader,
  series: Pick<ShiftSeries, "startsOn" | "startsTime" | "minutes">,
): string => {
  const start = instantAt(series.startsOn, series.startsTime);
  const isLong = series.minutes >= 1_440;
  return isLong
    ? `${time(reader, start)}, ${duration(reader, series.minutes)}`
    : time(reader, start, new Date(+start + series.minutes * 60_000));
};
