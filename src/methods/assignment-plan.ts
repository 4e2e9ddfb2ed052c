import * as z from "zod";
import type { AssignmentProblem, Option } from "./assignment.ts";

const id = z.string().min(1).max(80);
const name = z.string().max(400).default("");
const moment = z.iso.datetime({ offset: true });
const day = z.iso.date();
const Span = z.object({ from: moment, to: moment });
const limit = z.number().int().min(0).max(100_000).nullable().default(null);

/** A whole plan in words: who could come, what they told, what is settled. It stands for itself in a file. */
export const Plan = z.object({
  kind: z.literal("anlaufstelle-plan"),
  title: name,
  restMinutes: z.number().int().min(0).max(10_080).default(0),
  qualifications: z.array(z.object({ id, name })).default([]),
  roles: z.array(
    z.object({
      ...{ id, name },
      qualifications: z.array(id).default([]),
      minimumAge: z.number().int().nullable().default(null),
    }),
  ),
  helpers: z.array(
    z.object({
      ...{ id, name },
      /** Held from the one day to the other; without a day for ever. */
      qualifications: z
        .array(z.object({ id, from: day.nullable().default(null), until: day.nullable().default(null) }))
        .default([]),
      /** The oldest they can be, where that is known. */
      oldest: z.number().int().nullable().default(null),
      ...{ mostShifts: limit, mostMinutesADay: limit, mostMinutesAWeek: limit },
      /** When they are needed elsewhere. */
      busy: z.array(Span).default([]),
    }),
  ),
  /** Day and week (its Monday) as the clock of the town shows them at the start. */
  shifts: z.array(z.object({ ...{ id, title: name }, ...Span.shape, day, week: day })),
  needs: z.array(
    z.object({
      ...{ id, shift: id, role: id },
      minimum: z.number().int().min(0).max(10_000),
      maximum: z.number().int().min(0).max(10_000),
      /** Places that are taken by people who are not among the helpers. */
      held: z.number().int().min(0).default(0),
    }),
  ),
  /** 3 gladly, 2 yes, 1 if need be, 0 cannot. */
  wishes: z.array(z.object({ helper: id, need: id, preference: z.number().int().min(0).max(3) })),
  pairs: z.array(z.object({ one: id, other: id, kind: z.enum(["together", "apart"]) })).default([]),
  /** The plan of today; what is fixed stays. */
  assignments: z.array(z.object({ helper: id, need: id, fixed: z.boolean() })).default([]),
});

export type Plan = z.infer<typeof Plan>;

/** Why a wish cannot be met whatever else is decided. */
export type Bar = "unqualified" | "young" | "elsewhere";

export type PlannedProblem = {
  readonly problem: AssignmentProblem;
  readonly barred: readonly { readonly helper: string; readonly need: string; readonly code: Bar }[];
};

/**
 * What a plan aims at, in whole numbers: a filled place of a minimum outweighs fifty others; another place outweighs
 * fairness, fairness outweighs how gladly. "If need be" is worth it only where the minimum is missing.
 * All are multiples of one step, which spares the solver from proving differences that do not exist.
 */
export const worth = { minimum: 100_000, place: 2_000, share: 1_000, today: 20, step: 20 } as const;
const scoreOf = (preference: number | undefined): number =>
  preference === 3 ? 120 : preference === 2 ? 80 : preference === 1 ? -3_000 : 0;

/** From which preference on a place counts as a wish. */
const wished = 2;

/** An error that names whatever a plan speaks of but does not list. */
const positions = (what: string, list: readonly { readonly id: string }[]) => {
  const found = new Map(list.map((item, index) => [item.id, index]));
  if (found.size < list.length) throw new Error(`Two ${what}s have the same id.`);
  return (wanted: string): number => {
    const position = found.get(wanted);
    if (position === undefined) throw new Error(`There is no ${what} “${wanted}”.`);
    return position;
  };
};

const minuteOf = (moment: string): number => Math.round(Date.parse(moment) / 60_000);
const daysOf = (date: string): number => Math.round(Date.parse(`${date}T12:00:00Z`) / 86_400_000);

/** The problem behind a plan, and the wishes that nothing can meet. */
export const toProblem = (plan: Plan): PlannedProblem => {
  const at = {
    helper: positions("helper", plan.helpers),
    need: positions("need", plan.needs),
    shift: positions("shift", plan.shifts),
    role: positions("role", plan.roles),
  };
  const needs = plan.needs.map(({ id: own, shift, role, minimum, maximum, held }) => {
    at.role(role);
    const position = at.shift(shift);
    const time = plan.shifts[position];
    if (!time || Date.parse(time.to) <= Date.parse(time.from))
      throw new Error(`The shift of need “${own}” ends before it begins.`);
    return {
      shift: position,
      ...{ from: minuteOf(time.from), to: minuteOf(time.to), day: daysOf(time.day), week: daysOf(time.week) },
      minimum: Math.max(0, Math.min(minimum, maximum) - held),
      maximum: Math.max(0, maximum - held),
    };
  });
  const { options, kept, barred } = optionsOf(plan, at);
  const pairs = plan.pairs.map(({ one, other, kind }) => ({
    ...{ one: at.helper(one), other: at.helper(other), together: kind === "together" },
  }));
  const capacities = wishesPossible(plan, barred);
  const helpers = plan.helpers.map((helper) => ({
    mostShifts: helper.mostShifts ?? plan.shifts.length,
    mostMinutesADay: helper.mostMinutesADay,
    mostMinutesAWeek: helper.mostMinutesAWeek,
    further: furtherFor(Math.max(1, capacities.get(helper.id) ?? 0)),
  }));
  return {
    problem: {
      ...{ helpers, needs, options, kept, pairs, rest: plan.restMinutes },
      ...{ worthOfMinimum: worth.minimum, worthOfPlace: worth.place },
    },
    barred,
  };
};

const mostSteps = 40;

/** Whoever has had a larger share of what they wished for comes later. */
const furtherFor = (capacity: number): number[] =>
  Array.from(
    { length: mostSteps },
    (_, count) => worth.step * Math.round((worth.share * count) / capacity / worth.step),
  );

/**
 * How many shifts each helper wished for and can have at most: what their share is measured by. Wishes that nothing
 * can meet do not count.
 */
export const wishesPossible = (plan: Plan, barred: PlannedProblem["barred"]): Map<string, number> => {
  const never = new Set(barred.map(({ helper, need }) => `${helper} ${need}`));
  const shiftOf = new Map(plan.needs.map(({ id: need, shift }) => [need, shift]));
  const shifts = new Map<string, Set<string | undefined>>();
  for (const { helper, need, preference } of plan.wishes) {
    if (preference < wished || never.has(`${helper} ${need}`)) continue;
    const own = shifts.get(helper) ?? new Set();
    shifts.set(helper, own.add(shiftOf.get(need)));
  }
  return new Map(
    plan.helpers.map(({ id: helper, mostShifts }) => {
      const count = shifts.get(helper)?.size ?? 0;
      return [helper, Math.min(count, mostShifts ?? count)];
    }),
  );
};

type Place = { readonly helper: string; readonly need: string };

type Positions = Readonly<Record<"helper" | "need" | "shift" | "role", (id: string) => number>>;

const optionsOf = (plan: Plan, at: Positions) => {
  const today = new Map(plan.assignments.map((one) => [`${one.helper} ${one.need}`, one]));
  const told = new Map(plan.wishes.map((one) => [`${one.helper} ${one.need}`, one]));
  const barOf = barsOf(plan, at);
  const options: Option[] = [];
  const kept: number[] = [];
  const barred: { helper: string; need: string; code: Bar }[] = [];
  for (const [key, { helper, need }] of new Map<string, Place>([...told, ...today])) {
    const [helperAt, needAt] = [at.helper(helper), at.need(need)];
    const now = today.get(key);
    const preference = told.get(key)?.preference;
    if (!now?.fixed && preference === 0) continue;
    const code = now?.fixed ? undefined : barOf(helper, need);
    if (code) {
      barred.push({ helper, need, code });
      continue;
    }
    if (now?.fixed) kept.push(options.length);
    const score = scoreOf(preference) + (now ? worth.today : 0);
    options.push({ helper: helperAt, need: needAt, score });
  }
  return { options, kept, barred };
};

/** Whether somebody has everything a role asks for on that day. */
export const isQualified = (
  { qualifications }: Plan["helpers"][number],
  role: Pick<Plan["roles"][number], "qualifications">,
  on: string,
): boolean =>
  role.qualifications.every((wanted) =>
    qualifications.some(
      ({ id: held, from, until }) =>
        held === wanted && (from === null || from <= on) && (until === null || until >= on),
    ),
  );

const barsOf = (plan: Plan, at: Positions) => {
  const busy = plan.helpers.map((helper) =>
    helper.busy.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) })),
  );
  return (helperId: string, needId: string): Bar | undefined => {
    const need = plan.needs[at.need(needId)];
    const shift = need && plan.shifts[at.shift(need.shift)];
    const role = need && plan.roles[at.role(need.role)];
    const helper = plan.helpers[at.helper(helperId)];
    if (!need || !shift || !role || !helper) return undefined;
    if (!isQualified(helper, role, shift.day)) return "unqualified";
    if (helper.oldest !== null && role.minimumAge !== null && helper.oldest < role.minimumAge) return "young";
    const [from, to] = [minuteOf(shift.from), minuteOf(shift.to)];
    const clash = busy[at.helper(helperId)]?.some(
      (other) => other.from < to + plan.restMinutes && from < other.to + plan.restMinutes,
    );
    return clash ? "elsewhere" : undefined;
  };
};
