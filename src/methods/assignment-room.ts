import { type AssignmentProblem, collide, type Option } from "./assignment.ts";

/** What is left to decide once everything that is kept stands. */
export type Room = {
  /** Indexes of the options that are still possible. */
  readonly open: readonly number[];
  readonly minimumLeft: Int32Array;
  readonly maximumLeft: Int32Array;
  /** How many shifts of each helper are kept. */
  readonly load: Int32Array;
  readonly shiftsLeft: Int32Array;
  /** Minutes that a helper may still come on a day or in a week; null is without limit. */
  readonly dayLeft: (helper: number, day: number) => number | null;
  readonly weekLeft: (helper: number, week: number) => number | null;
  /** Pairs of which nobody's shifts are settled by the other's, shift by shift. */
  readonly bonds: readonly Bond[];
};

/** In one shift: both or neither, or at most one of them. */
export type Bond = {
  readonly together: boolean;
  readonly ones: readonly number[];
  readonly others: readonly number[];
};

type Kept = {
  readonly options: readonly (readonly Option[])[];
  readonly shifts: readonly ReadonlySet<number>[];
};

/** Takes what is kept out of the problem, and drops every option that cannot stand beside it. */
export const makeRoom = (problem: AssignmentProblem): Room => {
  const { needs, helpers, options } = problem;
  const minimumLeft = Int32Array.from(needs, ({ minimum }) => minimum);
  const maximumLeft = Int32Array.from(needs, ({ maximum }) => maximum);
  const own: Option[][] = helpers.map(() => []);
  for (const index of problem.kept) {
    const option = options[index];
    if (!option) continue;
    own[option.helper]?.push(option);
    minimumLeft[option.need] = Math.max(0, (minimumLeft[option.need] ?? 0) - 1);
    maximumLeft[option.need] = Math.max(0, (maximumLeft[option.need] ?? 0) - 1);
  }
  const shifts = own.map((list) => new Set(list.map(({ need }) => needs[need]?.shift ?? -1)));
  const kept: Kept = { options: own, shifts };
  const load = Int32Array.from(own, (list) => list.length);
  const limits = {
    load,
    minimumLeft,
    maximumLeft,
    shiftsLeft: Int32Array.from(helpers, ({ mostShifts }, helper) =>
      Math.max(0, mostShifts - (load[helper] ?? 0)),
    ),
    dayLeft: minutesLeft(problem, kept, "day"),
    weekLeft: minutesLeft(problem, kept, "week"),
  };
  const possible = options.map((_, index) => index).filter(isPossible(problem, kept, limits));
  return { ...limits, ...bindPairs(problem, kept, possible) };
};

const minutesLeft = (problem: AssignmentProblem, kept: Kept, span: "day" | "week") => {
  const limits = problem.helpers.map((helper) =>
    span === "day" ? helper.mostMinutesADay : helper.mostMinutesAWeek,
  );
  const used = kept.options.map((list) => {
    const minutes = new Map<number, number>();
    for (const { need } of list) {
      const place = problem.needs[need];
      if (place) minutes.set(place[span], (minutes.get(place[span]) ?? 0) + place.to - place.from);
    }
    return minutes;
  });
  return (helper: number, when: number): number | null => {
    const limit = limits[helper] ?? null;
    return limit === null ? null : Math.max(0, limit - (used[helper]?.get(when) ?? 0));
  };
};

const isPossible = (
  problem: AssignmentProblem,
  kept: Kept,
  limits: Pick<Room, "shiftsLeft" | "maximumLeft" | "dayLeft" | "weekLeft">,
) => {
  const settled = new Set(problem.kept);
  const apart = problem.helpers.map((): number[] => []);
  for (const { one, other, together } of problem.pairs) {
    if (together) continue;
    apart[one]?.push(other);
    apart[other]?.push(one);
  }
  return (index: number): boolean => {
    const option = problem.options[index];
    const place = option && problem.needs[option.need];
    if (!option || !place || settled.has(index)) return false;
    const { helper } = option;
    const minutes = place.to - place.from;
    if (!limits.shiftsLeft[helper] || !limits.maximumLeft[option.need]) return false;
    if (minutes > (limits.dayLeft(helper, place.day) ?? minutes)) return false;
    if (minutes > (limits.weekLeft(helper, place.week) ?? minutes)) return false;
    if (apart[helper]?.some((other) => kept.shifts[other]?.has(place.shift))) return false;
    return !kept.options[helper]?.some(({ need }) => {
      const taken = problem.needs[need];
      return taken !== undefined && collide(taken, place, problem.rest);
    });
  };
};

/** Where one of two can no longer come, the other stays away as well; the rest are bonds. */
const bindPairs = (
  { pairs, options, needs }: AssignmentProblem,
  kept: Kept,
  possible: readonly number[],
): Pick<Room, "open" | "bonds"> => {
  const open = new Set(possible);
  const byShift = new Map<number, Map<number, number[]>>();
  for (const { one, other } of pairs) for (const helper of [one, other]) byShift.set(helper, new Map());
  for (const index of possible) {
    const option = options[index];
    const shifts = option && byShift.get(option.helper);
    if (!option || !shifts) continue;
    const shift = needs[option.need]?.shift ?? -1;
    shifts.set(shift, [...(shifts.get(shift) ?? []), index]);
  }
  const left = (helper: number, shift: number) =>
    (byShift.get(helper)?.get(shift) ?? []).filter((index) => open.has(index));
  const meetings = pairs.flatMap((pair) => {
    const shifts = new Set(
      [pair.one, pair.other].flatMap((helper) => [...(byShift.get(helper)?.keys() ?? [])]),
    );
    const isFree = (shift: number) =>
      !kept.shifts[pair.one]?.has(shift) && !kept.shifts[pair.other]?.has(shift);
    return [...shifts].filter(isFree).map((shift) => ({ ...pair, shift }));
  });
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const { one, other, together, shift } of meetings) {
      const [ones, others] = [left(one, shift), left(other, shift)];
      if (together && (ones.length === 0 || others.length === 0))
        for (const index of [...ones, ...others]) open.delete(index);
    }
  }
  const bonds = meetings
    .map(({ one, other, together, shift }) => ({
      together,
      ones: left(one, shift),
      others: left(other, shift),
    }))
    .filter(({ ones, others }) => ones.length > 0 && others.length > 0);
  return { open: possible.filter((index) => open.has(index)), bonds };
};

/** A part of the problem that no other part touches. */
export type Part = { readonly options: readonly number[]; readonly bonds: readonly Bond[] };

/** Splits what is left into parts that can be decided one by one. */
export const splitRoom = ({ options, helpers, needs }: AssignmentProblem, room: Room): Part[] => {
  const parent = Int32Array.from({ length: helpers.length + needs.length }, (_, index) => index);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? 0] ?? 0;
      root = parent[root] ?? 0;
    }
    return root;
  };
  const join = (one: number, other: number): void => {
    parent[rootOf(one)] = rootOf(other);
  };
  const helperOf = (index: number) => options[index]?.helper ?? 0;
  for (const index of room.open) join(helperOf(index), helpers.length + (options[index]?.need ?? 0));
  for (const { ones, others } of room.bonds) join(helperOf(ones[0] ?? 0), helperOf(others[0] ?? 0));
  const bonds = Map.groupBy(room.bonds, ({ ones }) => rootOf(helperOf(ones[0] ?? 0)));
  const parts = Map.groupBy(room.open, (index) => rootOf(helperOf(index)));
  return [...parts].map(([root, own]) => ({ options: own, bonds: bonds.get(root) ?? [] }));
};
