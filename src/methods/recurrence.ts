import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { zone as townZone } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { partOf, type Rule, readRule, writeRhythm } from "./recurrence-rule.ts";

/** What comes again: a rule of RFC 5545 and where it begins, by the clock of the town. */
export type Recurring = {
  readonly rule: string;
  /** "2026-11-24" and "18:00". */
  readonly startsOn: string;
  readonly startsTime: string;
  readonly zone?: string;
};

/** From this moment on, up to but without that one, and never more than so many. */
export type Window = { readonly from?: Date; readonly until: Date; readonly limit: number };

export type Occurrence = { readonly day: string; readonly at: Date };

/** How far a rule is followed before we stop: decades each, and a fraction of a second of computing. */
const steps: Readonly<Record<string, number>> = { DAILY: 10_000, WEEKLY: 2_000, MONTHLY: 1_200, YEARLY: 400 };
const otherSteps = 5_000;

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const compact = ({ startsOn, startsTime }: Recurring): string =>
  `${startsOn.replaceAll("-", "")}T${startsTime.replace(":", "")}00`;

/** The library passes over BYDAY beside BYYEARDAY, where it is a mere filter; so we filter ourselves. */
const filtersWeekdays = (rule: Rule): boolean =>
  rule.parts.has("BYYEARDAY") && rule.parts.has("BYDAY") && !/\d/u.test(rule.parts.get("BYDAY") ?? "");

/** The instant at which the clock shows this, if it ever does: an hour that summer time skips is left out. */
const instantOf = (shown: Temporal.PlainDateTime, zone: string): number | undefined => {
  const moment = shown.toZonedDateTime(zone, { disambiguation: "compatible" });
  return moment.toPlainDateTime().equals(shown) ? moment.epochMilliseconds : undefined;
};

/** The last instant that still counts. A day alone means all of it. */
const lastInstant = (until: string | undefined, zone: string): number => {
  if (until === undefined) return Number.POSITIVE_INFINITY;
  if (until.endsWith("Z")) return Temporal.Instant.from(until).epochMilliseconds;
  const shown = until.length === 8 ? `${until}T235959` : until;
  return Temporal.PlainDateTime.from(shown).toZonedDateTime(zone).epochMilliseconds;
};

const spanOf: Readonly<Record<string, number>> = { DAILY: 86_400_000, WEEKLY: 7 * 86_400_000 };

/**
 * The same rhythm, begun shortly before a moment: whole steps of days or weeks change nothing of it. Where months and
 * years set the step it begins where it began.
 */
const begunBefore = (recurring: Recurring, { frequency, interval }: Rule, moment: number): Recurring => {
  const step = (spanOf[frequency] ?? 0) * interval;
  const first = Date.parse(`${recurring.startsOn}T00:00:00Z`);
  // Two steps more, for a start counts as an occurrence though the rule may not name it.
  const passed = step === 0 ? 0 : Math.floor((moment - first) / step) - 2;
  if (!(passed > 0)) return recurring;
  return { ...recurring, startsOn: new Date(first + passed * step).toISOString().slice(0, 10) };
};

/** Hands over what the clock shows at each occurrence, in order, until told to stop. */
const follow = (
  recurring: Recurring,
  rule: Rule,
  from: Date | undefined,
  visit: (shown: Temporal.PlainDateTime) => boolean,
): void => {
  // Nobody asks for what is long past, and it need not be counted: no clock is a day ahead of another.
  const past = rule.count === undefined && from ? +from - 86_400_000 : Number.NEGATIVE_INFINITY;
  const filtered = filtersWeekdays(rule);
  const wanted = partOf(rule, "BYDAY").map((name) => weekdays.indexOf(name) + 1);
  // Followed as if in UTC: clock changes, COUNT and UNTIL are ours, so they hold in every time zone of the process.
  const library = new RRuleTemporal({
    rruleString: `DTSTART:${compact(begunBefore(recurring, rule, past))}Z\nRRULE:${writeRhythm(rule, filtered ? ["BYDAY"] : [])}`,
    maxIterations: steps[rule.frequency] ?? otherSteps,
  });
  try {
    library.all((date) => {
      if (date.epochMilliseconds < past) return true;
      const shown = Temporal.PlainDateTime.from(date.toString().slice(0, 19));
      return filtered && !wanted.includes(shown.dayOfWeek) ? true : visit(shown);
    });
  } catch (error) {
    // Whoever waits for the thirtieth of February has waited long enough.
    if (!(error instanceof Error && /maximum iterations/iu.test(error.message))) throw error;
  }
};

/**
 * When a rule occurs within a window, by the clock of the town whatever time zone the process has (RFC 5545, 3.3.10):
 * an hour that summer time skips is left out and not counted, of an hour that comes twice the first is meant.
 * A text that is no rule never occurs.
 */
export const occurrences = (recurring: Recurring, { from, until, limit }: Window): readonly Occurrence[] => {
  const rule = readRule(recurring.rule);
  if (!rule) return [];
  const zone = recurring.zone ?? townZone;
  const end = lastInstant(rule.until, zone);
  const found: Occurrence[] = [];
  let counted = 0;
  follow(recurring, rule, from, (shown) => {
    const at = instantOf(shown, zone);
    if (at === undefined) return true;
    counted += 1;
    if (at > end || at >= +until || counted > (rule.count ?? Number.POSITIVE_INFINITY)) return false;
    if (from === undefined || at >= +from)
      found.push({ day: shown.toPlainDate().toString(), at: new Date(at) });
    return found.length < limit;
  });
  return found;
};

export type RuleFault = "unreadable" | "often" | "never";

const finerThanDays = ["BYHOUR", "BYMINUTE", "BYSECOND"];

/** Is this a rule for shifts: readable, at most once a day, and does it ever occur (within forty years)? */
export const checkRule = (recurring: Recurring): Outcome<Rule, RuleFault> => {
  const rule = readRule(recurring.rule);
  if (!rule) return refused("unreadable");
  if (!(rule.frequency in steps) || finerThanDays.some((name) => rule.parts.has(name)))
    return refused("often");
  const end = Temporal.PlainDate.from(recurring.startsOn).add({ years: 40 }).toString();
  const until = new Date(`${end}T00:00:00Z`);
  try {
    return occurrences(recurring, { until, limit: 1 }).length > 0 ? done(rule) : refused("never");
  } catch (error) {
    if (error instanceof Error) return refused("unreadable");
    throw error;
  }
};
