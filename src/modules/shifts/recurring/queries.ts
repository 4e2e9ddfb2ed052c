import * as z from "zod";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import {
  day,
  type Filled,
  filledWith,
  type Input,
  line,
  many,
  read,
  tick,
  time,
  whole,
} from "#core/input.ts";
import { dayOf, instantAt, timeOf } from "#core/local-time.ts";
import { partOf, readRule } from "#methods/recurrence-rule.ts";
import type { NeedInput } from "#modules/shifts/policy.ts";
import type { Role } from "#modules/shifts/queries.ts";
import type { SeriesInput, SignedUp } from "#modules/shifts/series/commands.ts";
import { needsOf, type SeriesRow } from "#modules/shifts/series/queries.ts";
import { ordinals, type Weekday, weekdays } from "#modules/shifts/series/vocabulary.ts";
import { say } from "./messages.ts";

type RoleOf = Pick<Role, "id">;

/** The names of the two fields of a role. */
export const leastField = (id: Id<"shiftRole">): string => `min_${id}`;
export const mostField = (id: Id<"shiftRole">): string => `max_${id}`;

/** Weekly, one day of the month, or a rule written by somebody who knows how. */
export const rhythms = ["weekly", "monthly", "rule"] as const;

const base = {
  rhythm: z.enum(rhythms),
  every: whole(1, 52).optional(),
  weekdays: many(z.enum(weekdays)),
  ordinal: z.enum(ordinals).optional(),
  weekday: z.enum(weekdays).optional(),
  rule: line(500).optional(),
  startsOn: day,
  until: day.optional(),
  count: whole(1, 999).optional(),
  startTime: time,
  endTime: time,
  title: line(120).optional(),
  whereText: line(200).optional(),
  skipsHolidays: tick,
  signedUp: z.enum(["keep", "change"]).optional(),
  why: line(300).optional(),
};

const schemaFor = (roles: readonly RoleOf[]) =>
  z
    .object({
      ...base,
      ...Object.fromEntries(
        roles.flatMap(({ id }) => [
          [leastField(id), whole(0, 500).optional()],
          [mostField(id), whole(1, 1_000).optional()],
        ]),
      ),
    })
    .superRefine((form, issues) => {
      const wrong = (message: string, path: string) =>
        issues.addIssue({ code: "custom", message, path: [path] });
      if (form.rhythm === "monthly" && !form.ordinal) wrong("choose", "ordinal");
      if (form.rhythm === "monthly" && !form.weekday) wrong("choose", "weekday");
      if (form.rhythm === "rule" && !form.rule) wrong("required", "rule");
      if (form.until && form.count) wrong("oneEnd", "count");
      if (form.until && form.until < form.startsOn) wrong("untilEarly", "until");
      if (form.signedUp === "change" && !form.why) wrong("whyMissing", "why");
    });

type Form = z.output<ReturnType<typeof schemaFor>>;

const rhythmOf = (form: Form): string => {
  if (form.rhythm === "rule") return form.rule ?? "";
  const every = form.every && form.every > 1 ? `;INTERVAL=${form.every}` : "";
  if (form.rhythm === "monthly") return `FREQ=MONTHLY${every};BYDAY=${form.ordinal}${form.weekday}`;
  return `FREQ=WEEKLY${every}${form.weekdays.length > 0 ? `;BYDAY=${form.weekdays.join(",")}` : ""}`;
};

const ruleOf = (form: Form): string => {
  const end = form.until
    ? `;UNTIL=${form.until.replaceAll("-", "")}`
    : form.count
      ? `;COUNT=${form.count}`
      : "";
  return `${rhythmOf(form).replace(/;$/u, "")}${end}`;
};

/** From three to five; what ends before it starts ends on the next day. */
const minutesOf = ({ startTime, endTime }: Pick<Form, "startTime" | "endTime">): number => {
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const minutes = minute(endTime) - minute(startTime);
  return minutes > 0 ? minutes : minutes + 1_440;
};

// One number says the other: "at most three" means at least one, "at least two" lets two come.
const needsIn = (roles: readonly RoleOf[], form: Readonly<Record<string, unknown>>): NeedInput[] =>
  roles.flatMap(({ id }) => {
    const least = form[leastField(id)];
    const most = form[mostField(id)] ?? least;
    if (typeof most !== "number" || most === 0) return [];
    return [{ roleId: id, minimum: typeof least === "number" ? least : Math.min(1, most), maximum: most }];
  });

export type SeriesForm = { readonly series: SeriesInput; readonly signedUp: SignedUp };

const signedUpOf = ({ signedUp, why }: Pick<Form, "signedUp" | "why">): SignedUp =>
  signedUp === "keep" ? { keep: true } : signedUp === "change" && why ? { why } : undefined;

const faults = (ctx: Context) => {
  const words = say(ctx);
  return {
    oneEnd: words("error_oneEnd"),
    untilEarly: words("error_untilEarly"),
    whyMissing: words("error_whyMissing"),
  };
};

/** Reads the form of a series: what a secretary ticks becomes a rule. */
export const readSeries = (
  ctx: Context,
  roles: readonly RoleOf[],
  body: Readonly<Record<string, unknown>>,
): Input<SeriesForm> => {
  const input = read(ctx, schemaFor(roles), body, faults(ctx));
  if (!input.ok) return input;
  const form = input.value;
  const series = {
    title: form.title,
    rule: ruleOf(form),
    startsOn: form.startsOn,
    startsTime: form.startTime,
    minutes: minutesOf(form),
    whereText: form.whereText,
    skipsHolidays: form.skipsHolidays,
    needs: needsIn(roles, form),
  };
  return { ok: true, value: { series, signedUp: signedUpOf(form) }, form: input.form };
};

const End = z
  .object({ lastDay: day, signedUp: base.signedUp, why: base.why })
  .superRefine(({ signedUp, why }, issues) => {
    if (signedUp === "change" && !why)
      issues.addIssue({ code: "custom", message: "whyMissing", path: ["why"] });
  })
  .transform(({ lastDay, ...rest }) => ({ lastDay, signedUp: signedUpOf(rest) }));

/** Reads after which day a series ends. */
export const readEnd = (ctx: Context, body: Readonly<Record<string, unknown>>) =>
  read(ctx, End, body, faults(ctx));

const rhythmFields = (series: SeriesRow) => {
  const rule = readRule(series.rule);
  const days = rule ? partOf(rule, "BYDAY") : [];
  const plain = rule && [...rule.parts.keys()].every((name) => ["FREQ", "INTERVAL", "BYDAY"].includes(name));
  if (rule && plain && rule.frequency === "WEEKLY") {
    return { rhythm: "weekly", every: rule.interval, weekdays: days };
  }
  const [, ordinal, weekday] = /^(-?\d+)([A-Z]{2})$/u.exec(days[0] ?? "") ?? [];
  if (rule && plain && rule.frequency === "MONTHLY" && days.length === 1 && ordinal) {
    return { rhythm: "monthly", every: rule.interval, ordinal, weekday };
  }
  return { rhythm: "rule", rule: series.rule.replace(/;?(COUNT|UNTIL)=[^;]*/gu, "") };
};

/** A series as its form shows it, to be changed from a day on. */
export const formOf = (series: SeriesRow, from: string): Filled => {
  const rule = readRule(series.rule);
  const end = new Date(+instantAt(series.startsOn, series.startsTime) + series.minutes * 60_000);
  const until =
    rule?.until && `${rule.until.slice(0, 4)}-${rule.until.slice(4, 6)}-${rule.until.slice(6, 8)}`;
  const numbers = needsOf(series).flatMap(({ roleId, minimum, maximum }) => [
    [leastField(roleId), minimum],
    [mostField(roleId), maximum],
  ]);
  return filledWith({
    ...rhythmFields(series),
    startsOn: from,
    until,
    startTime: series.startsTime,
    endTime: timeOf(end),
    title: series.title,
    whereText: series.whereText,
    skipsHolidays: series.skipsHolidays,
    ...Object.fromEntries(numbers),
  });
};

const weekdayFrom: readonly Weekday[] = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** What the empty form suggests: every week on today's weekday, from today on, not on holidays. */
export const emptyForm = (ctx: Context): Filled => {
  const today = dayOf(ctx.now);
  const weekday = weekdayFrom[new Date(`${today}T12:00:00Z`).getUTCDay()];
  return filledWith({
    rhythm: "weekly",
    every: 1,
    weekdays: [weekday],
    startsOn: today,
    skipsHolidays: true,
  });
};

/** People who have come to the shifts of an offer, for whom its planner may note that they come every time. */
export const listKnown = (ctx: Context, opportunityId: Id<"opportunity">) =>
  ctx.db
    .selectFrom("people")
    .select(["people.id", "people.name"])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("signups")
          .innerJoin("shifts", "shifts.id", "signups.shiftId")
          .select("signups.id")
          .whereRef("signups.personId", "=", "people.id")
          .where("shifts.opportunityId", "=", opportunityId),
      ),
    )
    .orderBy("people.name")
    .orderBy("people.id")
    .limit(500)
    .execute();
