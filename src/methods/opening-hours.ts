import { dayOf, instantAt, plusDays, timeOf, weekdayOf } from "#core/local-time.ts";

/** Open on one weekday (Monday 0 to Sunday 6) between two times of day. */
export type OpeningSpan = { readonly weekday: number; readonly from: string; readonly to: string };

const weekdays: readonly string[] = ["mo", "di", "mi", "do", "fr", "sa", "so"];
const dayPattern = "(?:mo|di|mi|do|fr|sa|so)[a-zäöü]*\\.?";
const days = new RegExp(`(${dayPattern})(?:\\s*(?:–|-|bis)\\s*(${dayPattern}))?`, "giu");
const hours = /(\d{1,2})(?:[.:](\d{2}))?\s*(?:uhr)?\s*(?:–|-|bis)\s*(\d{1,2})(?:[.:](\d{2}))?/giu;

const number = (word: string): number => weekdays.indexOf(word.slice(0, 2).toLowerCase());
const clock = (hour = "0", minutes = "00"): string => `${hour.padStart(2, "0")}:${minutes}`;

const named = (text: string): readonly number[] =>
  [...text.matchAll(days)].flatMap(([, first = "", last]) => {
    const from = number(first);
    const to = last === undefined ? from : number(last);
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7);
  });

/**
 * Reads opening hours as people write them: "Mo, Do 9–12 und 14–17 Uhr, Di 14–18 Uhr".
 * What it does not understand is left out, so the answer may be empty.
 */
export const readOpeningHours = (text: string): readonly OpeningSpan[] => {
  const parts = text.split(new RegExp(`(?<=\\d|uhr)[,;.\\s]+(?=${dayPattern}\\b)`, "iu"));
  return parts.flatMap((part) => {
    const spans = [...part.matchAll(hours)].map(([, a, b, c, d]) => ({ from: clock(a, b), to: clock(c, d) }));
    const head = part.slice(0, part.search(/\d/u) === -1 ? part.length : part.search(/\d/u));
    return named(head).flatMap((weekday) => spans.map((span) => ({ weekday, ...span })));
  });
};

const workdays: readonly OpeningSpan[] = [0, 1, 2, 3, 4].map((weekday) => ({
  weekday,
  from: "09:00",
  to: "17:00",
}));

/** The end of the next stretch of opening that begins after this instant; without any hours, weekdays until five. */
export const nextOpeningEnd = (text: string, after: Date): Date => {
  const read = readOpeningHours(text);
  const spans = read.length > 0 ? read : workdays;
  const today = dayOf(after);
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = plusDays(today, ahead);
    const open = spans.filter(
      ({ weekday, from }) => weekday === weekdayOf(day) && (ahead > 0 || from > timeOf(after)),
    );
    const ends = open.map(({ to }) => to).sort();
    const end = ends.at(-1);
    if (end) return instantAt(day, end);
  }
  return instantAt(plusDays(today, 7), "17:00");
};
