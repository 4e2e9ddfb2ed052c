/** Somebody who could come, and how much. */
export type Helper = {
  readonly mostShifts: number;
  readonly mostMinutesADay: number | null;
  readonly mostMinutesAWeek: number | null;
  /** What the first, second, third … shift of the same person costs, never falling; the last one goes on for ever. */
  readonly further: readonly number[];
};

/** So many people are needed in one role of one shift, from minute to minute. */
export type Need = {
  readonly shift: number;
  readonly from: number;
  readonly to: number;
  readonly day: number;
  readonly week: number;
  readonly minimum: number;
  readonly maximum: number;
};

/** This helper could take a place of this need; the score says how well. */
export type Option = { readonly helper: number; readonly need: number; readonly score: number };

/** Two who come to the same shifts, or never to the same one. */
export type Pair = { readonly one: number; readonly other: number; readonly together: boolean };

/**
 * Who takes which place? Numbers point into the lists. The value of a choice is the worth of its filled places,
 * of minimum needs above all, plus the scores, less what further shifts of the same people cost.
 */
export type AssignmentProblem = {
  readonly helpers: readonly Helper[];
  readonly needs: readonly Need[];
  readonly options: readonly Option[];
  /** Options that are settled already and stay, even where they break a rule among themselves. */
  readonly kept: readonly number[];
  readonly pairs: readonly Pair[];
  /** Minutes between two shifts of one person. */
  readonly rest: number;
  readonly worthOfMinimum: number;
  readonly worthOfPlace: number;
};

export const furtherCost = ({ further }: Helper, count: number): number =>
  further[Math.min(count, further.length - 1)] ?? 0;

/** Whether one person cannot take both, for they run at the same time or with too little rest between. */
export const collide = (one: Need, other: Need, rest: number): boolean =>
  one.from < other.to + rest && other.from < one.to + rest;

const countBy = (size: number, chosen: readonly number[], keyOf: (option: number) => number): Int32Array => {
  const counts = new Int32Array(size);
  for (const option of chosen) {
    const key = keyOf(option);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

/** What a choice of options is worth. */
export const worthOf = (problem: AssignmentProblem, chosen: readonly number[]): number => {
  const { helpers, needs, options } = problem;
  const perNeed = countBy(needs.length, chosen, (index) => options[index]?.need ?? -1);
  const perHelper = countBy(helpers.length, chosen, (index) => options[index]?.helper ?? -1);
  let value = chosen.reduce((sum, index) => sum + (options[index]?.score ?? 0), 0);
  for (const [index, need] of needs.entries()) {
    const count = perNeed[index] ?? 0;
    value += problem.worthOfPlace * count + problem.worthOfMinimum * Math.min(count, need.minimum);
  }
  for (const [index, helper] of helpers.entries()) {
    for (let count = 0; count < (perHelper[index] ?? 0); count += 1) value -= furtherCost(helper, count);
  }
  return value;
};

/** How many places of minimum needs a choice fills. */
export const filledMinimum = (problem: AssignmentProblem, chosen: readonly number[]): number => {
  const perNeed = countBy(problem.needs.length, chosen, (index) => problem.options[index]?.need ?? -1);
  return problem.needs.reduce((sum, need, index) => sum + Math.min(perNeed[index] ?? 0, need.minimum), 0);
};

export type Fault = {
  readonly code: "unknown" | "twice" | "kept" | "overfull" | "collision" | "shifts" | "day" | "week" | "pair";
  readonly helper?: number;
  readonly need?: number;
};

type Chosen = Option & { readonly place: Need; readonly isKept: boolean };

/**
 * Every rule that a choice breaks, found without any of the solvers. What is kept may break rules among itself:
 * only what was added to it is blamed.
 */
export const check = (problem: AssignmentProblem, chosen: readonly number[]): Fault[] => {
  const faults: Fault[] = [];
  const kept = new Set(problem.kept);
  const list: Chosen[] = [];
  for (const index of chosen) {
    const option = problem.options[index];
    const place = option && problem.needs[option.need];
    if (!option || !place) faults.push({ code: "unknown" });
    else list.push({ ...option, place, isKept: kept.has(index) });
  }
  for (const index of kept) if (!chosen.includes(index)) faults.push({ code: "kept" });
  const byHelper = Map.groupBy(list, ({ helper }) => helper);
  faults.push(...checkNeeds(problem, list));
  for (const [helper, own] of byHelper) faults.push(...checkHelper(problem, helper, own));
  for (const pair of problem.pairs)
    faults.push(...checkPair(pair, byHelper.get(pair.one) ?? [], byHelper.get(pair.other) ?? []));
  return faults;
};

const checkNeeds = ({ needs }: AssignmentProblem, list: readonly Chosen[]): Fault[] =>
  [...Map.groupBy(list, ({ need }) => need)].flatMap(([need, own]): Fault[] => {
    const maximum = needs[need]?.maximum ?? 0;
    const isOver = own.length > Math.max(maximum, own.filter(({ isKept }) => isKept).length);
    const isTwice = new Set(own.map(({ helper }) => helper)).size < own.length;
    return [
      ...(isOver ? [{ code: "overfull" as const, need }] : []),
      ...(isTwice ? [{ code: "twice" as const, need }] : []),
    ];
  });

const minutesOf = (list: readonly Chosen[]): number =>
  list.reduce((sum, { place }) => sum + place.to - place.from, 0);

const checkHelper = (
  { helpers, rest }: AssignmentProblem,
  helper: number,
  own: readonly Chosen[],
): Fault[] => {
  const limits = helpers[helper];
  const faults: Fault[] = [];
  if (!limits) return faults;
  for (const [index, one] of own.entries()) {
    for (const other of own.slice(index + 1)) {
      if (one.isKept && other.isKept) continue;
      if (collide(one.place, other.place, rest)) faults.push({ code: "collision", helper, need: one.need });
    }
  }
  if (own.some(({ isKept }) => !isKept) && own.length > limits.mostShifts)
    faults.push({ code: "shifts", helper });
  const spans = [
    { code: "day", limit: limits.mostMinutesADay, groups: Map.groupBy(own, ({ place }) => place.day) },
    { code: "week", limit: limits.mostMinutesAWeek, groups: Map.groupBy(own, ({ place }) => place.week) },
  ] as const;
  for (const { code, limit, groups } of spans) {
    for (const group of groups.values()) {
      const isOver = limit !== null && minutesOf(group) > limit && group.some(({ isKept }) => !isKept);
      if (isOver) faults.push({ code, helper });
    }
  }
  return faults;
};

const checkPair = (pair: Pair, ones: readonly Chosen[], others: readonly Chosen[]): Fault[] => {
  const without = (list: readonly Chosen[], partners: readonly Chosen[]): boolean =>
    list.some(
      ({ place, isKept }) => !isKept && partners.every((partner) => partner.place.shift !== place.shift),
    );
  const meet = ones.some((one) =>
    others.some((other) => one.place.shift === other.place.shift && !(one.isKept && other.isKept)),
  );
  const broken = pair.together ? without(ones, others) || without(others, ones) : meet;
  return broken ? [{ code: "pair", helper: pair.one }] : [];
};
