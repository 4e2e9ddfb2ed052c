import { type Reader, say } from "./words.ts";

const formats = new Map<string, Intl.NumberFormat>();
const format = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = language + JSON.stringify(options);
  const locale = language === "de-x-easy" ? "de" : language === "en" ? "en-IE" : language;
  // "always" groups 3.200 as well, where German typography alone would leave four digits together.
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { useGrouping: "always", ...options });
  formats.set(key, known);
  return known;
};

/** "1.146", "2,5". */
export const number = (reader: Reader, value: number, digits = 0): string =>
  format(reader.language, { maximumFractionDigits: digits }).format(value);

/** "37 %" from 0.37, with a no-break space. */
export const percent = (reader: Reader, share: number, digits = 0): string =>
  format(reader.language, { style: "percent", maximumFractionDigits: digits }).format(share);

/** "3.200 €", "48,54 €" from integer cents, with a no-break space. */
export const money = (reader: Reader, cents: number): string => {
  const digits = cents % 100 === 0 ? 0 : 2;
  const options = {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  };
  return format(reader.language, options as Intl.NumberFormatOptions).format(cents / 100);
};

/** "1.200,50" from integer cents: an amount as it stands in a field. */
export const amountText = (reader: Reader, cents: number): string =>
  format(reader.language, {
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);

const metresAMinuteOnFoot = 80;
const metresAMinuteByBicycle = 270;
const farthestWalk = 1_600;
const farthestRide = 8_000;

/** "0,8 km, 10 Minuten zu Fuß"; farther away by bicycle, then only the way. */
export const distance = (reader: Reader, metres: number): string => {
  const kilometres = Math.max(0.1, metres / 1_000);
  const text = `${number(reader, kilometres, kilometres < 10 ? 1 : 0)}\u00a0km`;
  const minutes = (speed: number) => Math.max(1, Math.round(metres / speed));
  if (metres <= farthestWalk) return say(reader)("walk", { distance: text, n: minutes(metresAMinuteOnFoot) });
  if (metres <= farthestRide)
    return say(reader)("ride", { distance: text, n: minutes(metresAMinuteByBicycle) });
  return text;
};
