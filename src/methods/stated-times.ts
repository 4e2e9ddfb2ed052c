/** A time as somebody stated it: on which days, and from when until when, in minutes after midnight. */
export type StatedTime = {
  /** Monday 0 to Sunday 6; empty when a date was named, or any day will do. */
  readonly weekdays: readonly number[];
  /** "2026-12-05", or "12-05" where the year was left out. */
  readonly date: string | undefined;
  readonly from: number;
  readonly to: number;
};

const names = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];
/** Until when an evening without an end lasts: it may go over midnight. */
const openEnd = 2 * 1440;

const weekdayNamed = (word: string): number | undefined => {
  if (word === "sonnabend" || word === "sonnabends") return 5;
  const plain = word.replace(/s$/u, "");
  const index = names.findIndex((name) => name === plain || (plain.length === 2 && name.startsWith(plain)));
  return index < 0 ? undefined : index;
};

const minutesOf = (hour = "", minute = "0"): number | undefined => {
  const [h, m] = [Number(hour), Number(minute)];
  return hour !== "" && h <= 24 && m < 60 ? h * 60 + m : undefined;
};

const spans: Readonly<Record<string, readonly [number, number]>> = {
  vormittags: [0, 780],
  vormittag: [0, 780],
  nachmittags: [720, 1140],
  nachmittag: [720, 1140],
  abends: [1020, openEnd],
  abend: [1020, openEnd],
  ganztags: [0, openEnd],
  ganztägig: [0, openEnd],
};

const clock = String.raw`(\d{1,2})(?:[:.](\d{2}))?(?:\s*uhr)?`;
const between = new RegExp(String.raw`^${clock}\s*(?:-|–|bis)\s*${clock}$`, "u");
const after = new RegExp(String.raw`^ab\s+${clock}$`, "u");
const before = new RegExp(String.raw`^bis\s+${clock}$`, "u");

const spanOf = (text: string): readonly [number, number] | undefined => {
  if (text === "") return [0, openEnd];
  const named = spans[text];
  if (named) return named;
  const both = between.exec(text);
  if (both) {
    const [from, to] = [minutesOf(both[1], both[2]), minutesOf(both[3], both[4])];
    if (from === undefined || to === undefined) return undefined;
    return [from, to > from ? to : to + 1440];
  }
  const start = after.exec(text);
  if (start) {
    const from = minutesOf(start[1], start[2]);
    return from === undefined ? undefined : [from, openEnd];
  }
  const end = before.exec(text);
  const to = end ? minutesOf(end[1], end[2]) : undefined;
  return to === undefined ? undefined : [0, to];
};

const dated = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?\s*/u;
const day = String.raw`([a-zäöü]{2,10})\.?`;
const daysAhead = new RegExp(String.raw`^${day}(?:\s*(?:-|–|bis|\+|und|/)\s*${day}(?![a-zäöü]))?\s*`, "u");

const range = (first: number, last: number): number[] => {
  const days: number[] = [];
  for (let at = first; ; at = (at + 1) % 7) {
    days.push(at);
    if (at === last) return days;
  }
};

type Days = {
  readonly weekdays: readonly number[];
  readonly date: string | undefined;
  readonly rest: string;
};

const daysOf = (text: string): Days => {
  const date = dated.exec(text);
  if (date) {
    const [whole, d = "", m = "", year] = date;
    const short = `${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
    return { weekdays: [], date: year ? `${year}-${short}` : short, rest: text.slice(whole.length) };
  }
  const match = daysAhead.exec(text);
  const first = match ? weekdayNamed(match[1] ?? "") : undefined;
  if (!match || first === undefined) return { weekdays: [], date: undefined, rest: text };
  const second = match[2] === undefined ? undefined : weekdayNamed(match[2]);
  // "Sa bis 14 Uhr": the second word is none of the week.
  if (match[2] !== undefined && second === undefined)
    return {
      weekdays: [first],
      date: undefined,
      rest: text.slice((match[1] ?? "").length).replace(/^\.?\s*/u, ""),
    };
  const joins = /\+|und|\//u.test(match[0]);
  const weekdays = second === undefined ? [first] : joins ? [first, second] : range(first, second);
  return { weekdays, date: undefined, rest: text.slice(match[0].length) };
};

/** "Sa 10–14 Uhr", "Fr ab 16", "12.12. abends", "Mo–Fr vormittags"; nothing when it cannot be read. */
export const readStatedTime = (typed: string): StatedTime | undefined => {
  const text = typed.toLowerCase().replace(/\s+/gu, " ").replace(/^am /u, "").trim();
  if (text === "") return undefined;
  const { weekdays, date, rest } = daysOf(text);
  const span = spanOf(rest.replace(/^von /u, "").trim());
  return span ? { weekdays, date, from: span[0], to: span[1] } : undefined;
};

/** Does a time of this day, from and to in minutes after its midnight, lie within what was stated? */
export const isWithin = (
  stated: StatedTime,
  {
    day: iso,
    weekday,
    from,
    to,
  }: { readonly day: string; readonly weekday: number; readonly from: number; readonly to: number },
): boolean => {
  if (stated.date !== undefined && !iso.endsWith(stated.date)) return false;
  if (stated.weekdays.length > 0 && !stated.weekdays.includes(weekday)) return false;
  return stated.from <= from && to <= stated.to;
};
