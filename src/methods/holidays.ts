import { getHolidays } from "feiertagejs";

const states = [
  "BW",
  "BY",
  "BE",
  "BB",
  "HB",
  "HE",
  "HH",
  "MV",
  "NI",
  "NW",
  "RP",
  "SL",
  "SN",
  "ST",
  "SH",
  "TH",
] as const;
type State = (typeof states)[number];

const isState = (code: string): code is State => (states as readonly string[]).includes(code);

const known = new Map<string, ReadonlyMap<string, string>>();

const holidaysOf = (year: string, state: string): ReadonlyMap<string, string> => {
  const key = `${state} ${year}`;
  const days =
    known.get(key) ??
    new Map(
      getHolidays(Number(year), isState(state) ? state : "BUND").map((holiday) => [
        // Noon in UTC; the library's own text of the day is wrong east of it.
        holiday.date.toISOString().slice(0, 10),
        holiday.translate("de") ?? "",
      ]),
    );
  if (known.size > 500) known.clear();
  known.set(key, days);
  return days;
};

/** The public holiday that falls on this day ("2026-12-25") in a German state ("SN"), by its German name. */
export const holidayOn = (day: string, state: string): string | undefined =>
  holidaysOf(day.slice(0, 4), state).get(day);
