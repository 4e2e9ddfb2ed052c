import { type AssignmentProblem, furtherCost } from "./assignment.ts";
import { byHelper, cliquesOf, mostMinutes } from "./assignment-conflicts.ts";
import type { Part, Room } from "./assignment-room.ts";

/** An integer program to be maximized: columns with their worth, rows with their bounds; columns start at 0. */
export type Model = {
  /** The options behind the first columns; these are whole, 0 or 1. */
  readonly options: readonly number[];
  readonly worth: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
};

type Row = {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly lower: number;
  readonly upper: number;
};

type Draft = {
  readonly problem: AssignmentProblem;
  readonly room: Room;
  readonly columnOf: ReadonlyMap<number, number>;
  readonly worth: number[];
  readonly upper: number[];
  readonly rows: Row[];
};

/** A part as an integer program, without rows that could never bind. */
export const buildModel = (problem: AssignmentProblem, room: Room, part: Part): Model => {
  const draft: Draft = {
    problem,
    room,
    columnOf: new Map(part.options.map((index, column) => [index, column])),
    worth: part.options.map((index) => problem.worthOfPlace + (problem.options[index]?.score ?? 0)),
    upper: part.options.map(() => 1),
    rows: [],
  };
  const byNeed = Map.groupBy(part.options, (index) => problem.options[index]?.need ?? -1);
  for (const [need, own] of byNeed) writeNeed(draft, need, own);
  for (const [helper, own] of byHelper(problem, part.options)) writeHelper(draft, helper, own);
  for (const { together, ones, others } of part.bonds) {
    if (together) {
      const factors = [...ones.map(() => 1), ...others.map(() => -1)];
      addRow(draft, [...ones, ...others], { factors, lower: 0, upper: 0 });
    } else addRow(draft, [...ones, ...others], { upper: 1 });
  }
  return { options: part.options, worth: draft.worth, upper: draft.upper, rows: draft.rows };
};

type Bounds = { readonly factors?: readonly number[]; readonly lower?: number; readonly upper: number };

const addRow = (
  { columnOf, rows }: Draft,
  options: readonly number[],
  { factors = options.map(() => 1), lower = Number.NEGATIVE_INFINITY, upper }: Bounds,
): void => {
  rows.push({ columns: options.map((index) => columnOf.get(index) ?? 0), factors, lower, upper });
};

const addColumn = ({ worth, upper }: Draft, value: number, most: number): number => {
  upper.push(most);
  return worth.push(value) - 1;
};

const writeNeed = (draft: Draft, need: number, own: readonly number[]): void => {
  const { problem, room, columnOf, worth, rows } = draft;
  const minimum = room.minimumLeft[need] ?? 0;
  const maximum = room.maximumLeft[need] ?? 0;
  if (own.length > maximum) addRow(draft, own, { upper: maximum });
  if (minimum === 0 || problem.worthOfMinimum === 0) return;
  if (own.length <= minimum || minimum === maximum) {
    for (const index of own) {
      const column = columnOf.get(index) ?? 0;
      worth[column] = (worth[column] ?? 0) + problem.worthOfMinimum;
    }
    return;
  }
  // How much of the minimum is filled: at most what is chosen, and at most the minimum.
  const filled = addColumn(draft, problem.worthOfMinimum, minimum);
  rows.push({
    columns: [...own.map((index) => columnOf.get(index) ?? 0), filled],
    factors: [...own.map(() => 1), -1],
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
  });
};

type Own = ReturnType<typeof byHelper> extends Map<number, infer List> ? List : never;

const writeHelper = (draft: Draft, helper: number, own: Own): void => {
  const { problem, room } = draft;
  const cliques = cliquesOf(own, problem.rest);
  for (const clique of cliques) if (clique.length > 1) addRow(draft, clique, { upper: 1 });
  writeMinutes(draft, helper, own, cliques);
  writeFairness(draft, helper, own, Math.min(room.shiftsLeft[helper] ?? 0, cliques.length));
};

const writeMinutes = (
  draft: Draft,
  helper: number,
  own: Own,
  cliques: readonly (readonly number[])[],
): void => {
  const spans = [
    ["day", draft.room.dayLeft],
    ["week", draft.room.weekLeft],
  ] as const;
  for (const [span, left] of spans) {
    for (const [when, minutes] of mostMinutes(own, cliques, span)) {
      const limit = left(helper, when);
      if (limit === null || minutes <= limit) continue;
      const within = own.filter(({ need }) => need[span] === when);
      addRow(
        draft,
        within.map(({ index }) => index),
        { factors: within.map(({ need }) => need.to - need.from), upper: limit },
      );
    }
  }
};

/** The k-th shift of a person has a step of its own, so that steps are taken in the order of their rising cost. */
const writeFairness = (draft: Draft, helper: number, own: Own, most: number): void => {
  const { problem, room, columnOf, worth, rows } = draft;
  const limits = problem.helpers[helper];
  if (!limits) return;
  const kept = room.load[helper] ?? 0;
  const costs = Array.from({ length: most }, (_, count) => furtherCost(limits, kept + count));
  const first = costs[0] ?? 0;
  if (costs.every((cost) => cost === first)) {
    for (const { index } of own) {
      const column = columnOf.get(index) ?? 0;
      worth[column] = (worth[column] ?? 0) - first;
    }
    if (own.length > most)
      addRow(
        draft,
        own.map(({ index }) => index),
        { upper: most },
      );
    return;
  }
  const steps = costs.map((cost) => addColumn(draft, -cost, 1));
  rows.push({
    columns: [...own.map(({ index }) => columnOf.get(index) ?? 0), ...steps],
    factors: [...own.map(() => 1), ...steps.map(() => -1)],
    lower: 0,
    upper: 0,
  });
};
