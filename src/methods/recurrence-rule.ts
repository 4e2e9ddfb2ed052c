/** A rule of RFC 5545, taken apart; what it says of its end is kept beside what it says of its rhythm. */
export type Rule = {
  readonly frequency: string;
  readonly interval: number;
  /** Every part but COUNT and UNTIL, as it was written. */
  readonly parts: ReadonlyMap<string, string>;
  readonly count: number | undefined;
  /** As written: "20261231", "20261231T180000" by the clock of the town, or with "Z" as an instant. */
  readonly until: string | undefined;
};

const list = (item: string): RegExp => new RegExp(`^${item}(,${item})*$`, "u");
const weekday = "(MO|TU|WE|TH|FR|SA|SU)";

/** What RFC 5545 section 3.3.10 allows behind each name. */
const shapes: Readonly<Record<string, RegExp>> = {
  FREQ: /^(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)$/u,
  INTERVAL: /^0*[1-9]\d{0,3}$/u,
  COUNT: /^0*[1-9]\d{0,3}$/u,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/u,
  BYDAY: list(`([+-]?\\d{1,2})?${weekday}`),
  BYMONTH: list("0?([1-9]|1[0-2])"),
  BYMONTHDAY: list("[+-]?0?([1-9]|[12]\\d|3[01])"),
  BYYEARDAY: list("[+-]?[1-9]\\d{0,2}"),
  BYWEEKNO: list("[+-]?[1-9]\\d?"),
  BYSETPOS: list("[+-]?[1-9]\\d{0,2}"),
  BYHOUR: list("([01]?\\d|2[0-3])"),
  BYMINUTE: list("[0-5]?\\d"),
  BYSECOND: list("[0-5]?\\d"),
  WKST: new RegExp(`^${weekday}$`, "u"),
};

const split = (text: string): ReadonlyMap<string, string> | undefined => {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/u, "")
    .split(";")) {
    if (part === "") continue;
    const [name = "", value = "", ...rest] = part.split("=");
    if (rest.length > 0 || parts.has(name) || !shapes[name]?.test(value)) return undefined;
    parts.set(name, value);
  }
  return parts;
};

/** Does the text say how often at most, or until when, but not both? And is every ordinal where one may stand? */
const makesSense = (parts: ReadonlyMap<string, string>): boolean => {
  if (parts.has("COUNT") && parts.has("UNTIL")) return false;
  const frequency = parts.get("FREQ") ?? "";
  const ordinals = /\d/u.test(parts.get("BYDAY") ?? "");
  return !ordinals || frequency === "MONTHLY" || (frequency === "YEARLY" && !parts.has("BYWEEKNO"));
};

/** Reads a rule; nothing when it is none. An empty part at the end is forgiven, as every calendar does. */
export const readRule = (text: string): Rule | undefined => {
  const parts = text.length <= 500 ? split(text) : undefined;
  const frequency = parts?.get("FREQ");
  if (!parts || !frequency || !makesSense(parts)) return undefined;
  const count = parts.get("COUNT");
  return {
    frequency,
    interval: Number(parts.get("INTERVAL") ?? 1),
    parts: new Map([...parts].filter(([name]) => name !== "COUNT" && name !== "UNTIL")),
    count: count === undefined ? undefined : Number(count),
    until: parts.get("UNTIL"),
  };
};

/** The numbers or weekdays behind a name; empty when it was not said. */
export const partOf = (rule: Rule, name: string): readonly string[] => rule.parts.get(name)?.split(",") ?? [];

/** The rule written down again, without its end. */
export const writeRhythm = (rule: Rule, without: readonly string[] = []): string =>
  [...rule.parts].flatMap(([name, value]) => (without.includes(name) ? [] : [`${name}=${value}`])).join(";");
