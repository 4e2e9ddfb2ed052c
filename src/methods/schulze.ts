import { type BallotOption, type RankingRule, rulesVersion, type Tie } from "./ballot.ts";
import type { RankedSheet } from "./ranked-sheets.ts";

/** The result of a ranking by Schulze. */
export type SchulzeTally = {
  readonly kind: "schulze";
  readonly version: string;
  readonly people: number;
  readonly blank: number;
  readonly winners: readonly string[];
  /** Beats every other one in a direct comparison; there may be none. */
  readonly condorcet: string | null;
  /** From best to worst; those nobody could put in an order stand together. */
  readonly order: readonly (readonly string[])[];
  readonly options: readonly string[];
  /** How many sheets rank the row above the column. */
  readonly pairwise: readonly (readonly number[])[];
  /** The strongest path from the row to the column, among those that beat the status quo. */
  readonly paths: readonly (readonly number[])[];
  /** Left out because they do not beat the status quo. */
  readonly dropped: readonly string[];
  readonly ties: readonly Tie[];
};

type Matrix = readonly (readonly number[])[];

const square = (size: number): number[][] =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => 0));

const at = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0;

/** How many sheets rank one option above another; what is not ranked stands together at the end. */
export const pairwiseOf = (size: number, sheets: readonly RankedSheet[]): Matrix => {
  const above = square(size);
  for (const { weight, groups } of sheets) {
    const ranked = new Set(groups.flat());
    const rest = above.flatMap((_, option) => (ranked.has(option) ? [] : [option]));
    const below = [...groups, rest];
    for (const [place, group] of groups.entries())
      for (const better of group) {
        const row = above[better];
        if (!row) continue;
        for (const worse of below.slice(place + 1).flat()) row[worse] = (row[worse] ?? 0) + weight;
      }
  }
  return above;
};

/** Strongest paths by winning votes (Floyd–Warshall over maxima of minima). */
export const strongestPaths = (pairwise: Matrix): Matrix => {
  const size = pairwise.length;
  const paths = pairwise.map((row, one) =>
    row.map((votes, other) => (votes > at(pairwise, other, one) ? votes : 0)),
  );
  for (let middle = 0; middle < size; middle += 1)
    for (const [from, row] of paths.entries()) {
      if (from === middle) continue;
      const first = row[middle] ?? 0;
      for (let to = 0; to < size; to += 1) {
        if (to === from || to === middle) continue;
        const through = Math.min(first, at(paths, middle, to));
        if (through > (row[to] ?? 0)) row[to] = through;
      }
    }
  return paths;
};

const best = (paths: Matrix, among: readonly number[]): number[] =>
  among.filter((one) =>
    among.every((other) => one === other || at(paths, one, other) >= at(paths, other, one)),
  );

// The relation is transitive, so that somebody is always best among those who are left.
const orderOf = (paths: Matrix, all: readonly number[]): number[][] => {
  const order: number[][] = [];
  let left = [...all];
  while (left.length > 0) {
    const first = best(paths, left);
    order.push(first);
    left = left.filter((one) => !first.includes(one));
  }
  return order;
};

// What does not beat the status quo is out before anything is compared, as in the constitution of Debian: no path
// leads over it.
const without = (pairwise: Matrix, left: readonly number[]): Matrix =>
  pairwise.map((row, one) =>
    row.map((votes, other) => (left.includes(one) && left.includes(other) ? votes : 0)),
  );

const standing = (pairwise: Matrix, statusQuo: number): number[] =>
  pairwise.flatMap((_, option) =>
    statusQuo < 0 || option === statusQuo || at(pairwise, option, statusQuo) > at(pairwise, statusQuo, option)
      ? [option]
      : [],
  );

/** Counts a ranking by the method of Markus Schulze (winning votes). The list numbers decide among several winners. */
export const countSchulze = (
  options: readonly Pick<BallotOption, "id">[],
  sheets: readonly RankedSheet[],
  { statusQuo }: Pick<RankingRule, "statusQuo">,
  people: number,
): SchulzeTally => {
  const id = (option: number): string => options[option]?.id ?? "";
  const pairwise = pairwiseOf(options.length, sheets);
  const left = standing(
    pairwise,
    options.findIndex((option) => option.id === statusQuo),
  );
  const paths = strongestPaths(without(pairwise, left));
  const order = sheets.length === 0 ? [] : orderOf(paths, left);
  const first = order[0] ?? [];
  const condorcet = pairwise.findIndex((_, one) =>
    pairwise.every((__, other) => one === other || at(pairwise, one, other) > at(pairwise, other, one)),
  );
  const [winner] = first.toSorted((one, other) => one - other);
  return {
    kind: "schulze",
    version: rulesVersion,
    people,
    blank: people - sheets.reduce((sum, { weight }) => sum + weight, 0),
    winners: winner === undefined ? [] : [id(winner)],
    condorcet: condorcet < 0 ? null : id(condorcet),
    order: order.map((group) => group.map(id)),
    options: options.map((option) => option.id),
    pairwise,
    paths,
    dropped: options.flatMap((option, index) => (left.includes(index) ? [] : [option.id])),
    ties:
      first.length > 1 && winner !== undefined
        ? [{ round: 1, among: first.map(id), taken: id(winner), by: "order" }]
        : [],
  };
};
