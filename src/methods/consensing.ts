import { type BallotOption, type ConsensingRule, type Marks, rulesVersion, type Tie } from "./ballot.ts";

/** What one option met with. */
export type ConsensingRow = {
  readonly id: string;
  /** How many rated it, and how many did not. Not rated is not zero. */
  readonly ratings: number;
  readonly missing: number;
  readonly sum: number;
  /** Mean resistance in thousandths, from 0 to 10,000. */
  readonly mean: number | null;
  readonly highest: number | null;
  /** Ratings of 8 and more: these people would like to talk about it. */
  readonly strong: number;
  /** How many gave 0, 1, … 10. */
  readonly distribution: readonly number[];
  /** Enough people rated it. */
  readonly reliable: boolean;
  /** Equal means have the same rank. */
  readonly rank: number | null;
  /** Whether it meets less resistance than leaving all as it is; null where that cannot be said. */
  readonly legitimized: boolean | null;
  readonly equalToPassive: boolean;
};

/** The result of systemic consensing. */
export type ConsensingTally = {
  readonly kind: "consensing";
  readonly version: string;
  readonly people: number;
  readonly blank: number;
  /** So many ratings make an option reliable. */
  readonly needed: number;
  /** The mean of the passive solution in thousandths, if it is reliable. */
  readonly benchmark: number | null;
  /** At most one; the passive solution when nothing is better. */
  readonly winners: readonly string[];
  /** In their order: the reliable ones first. */
  readonly rows: readonly ConsensingRow[];
  readonly ties: readonly Tie[];
};

type Counted = Omit<ConsensingRow, "rank" | "legitimized" | "equalToPassive">;

const strongFrom = 8;

const count = (id: string, sheets: readonly Marks[], people: number, needed: number): Counted => {
  const distribution = Array.from({ length: 11 }, () => 0);
  for (const marks of sheets) {
    const mark = Object.hasOwn(marks, id) ? marks[id] : undefined;
    if (mark !== undefined) distribution[mark] = (distribution[mark] ?? 0) + 1;
  }
  const ratings = distribution.reduce((all, n) => all + n, 0);
  const sum = distribution.reduce((all, n, mark) => all + n * mark, 0);
  const highest = distribution.findLastIndex((n) => n > 0);
  return {
    id,
    ratings,
    missing: people - ratings,
    sum,
    // Half up, in whole numbers: (2000·sum + n) / 2n.
    mean: ratings === 0 ? null : Math.floor((2_000 * sum + ratings) / (2 * ratings)),
    highest: highest < 0 ? null : highest,
    strong: distribution.slice(strongFrom).reduce((all, n) => all + n, 0),
    distribution,
    reliable: ratings >= needed && ratings > 0,
  };
};

const most = Number.MAX_SAFE_INTEGER;

/** By mean; leaving all as it is stands before what is no better; then the lowest maximum, then the fewest strong ones. */
const order = (passive: string | null, one: Counted, other: Counted): number => {
  if (one.reliable !== other.reliable) return one.reliable ? -1 : 1;
  if (!one.reliable) return 0;
  const byMean = (one.mean ?? most) - (other.mean ?? most);
  if (byMean !== 0) return byMean;
  if (one.id === passive || other.id === passive) return one.id === passive ? -1 : 1;
  return (one.highest ?? most) - (other.highest ?? most) || one.strong - other.strong;
};

const rankOf = (rows: readonly Counted[], row: Counted): number | null => {
  if (!row.reliable) return null;
  const better = rows.filter(({ reliable, mean }) => reliable && (mean ?? most) < (row.mean ?? most));
  return new Set(better.map(({ mean }) => mean)).size + 1;
};

const tiesOf = (
  rows: readonly Counted[],
  winner: Counted | undefined,
  passive: string | null,
): readonly Tie[] => {
  if (!winner) return [];
  const among = rows.filter(({ reliable, mean }) => reliable && mean === winner.mean);
  if (among.length < 2) return [];
  const others = among.filter((row) => row !== winner);
  const by =
    winner.id === passive
      ? "passive"
      : others.every(({ highest }) => (highest ?? 0) > (winner.highest ?? 0))
        ? "maximum"
        : others.every((row) => (row.highest ?? 0) > (winner.highest ?? 0) || row.strong > winner.strong)
          ? "strong"
          : "order";
  return [{ round: 1, among: among.map(({ id }) => id), taken: winner.id, by }];
};

/**
 * Systemic consensing after Visotschnig and Schrotta: the option that meets the least resistance wins, if it meets
 * less than leaving everything as it is. `people`: who was there, sheets or not; by default the sheets.
 */
export const countConsensing = (
  options: readonly BallotOption[],
  sheets: readonly Marks[],
  { passive, needed: share }: Pick<ConsensingRule, "needed"> & { readonly passive: string | null },
  people = sheets.length,
): ConsensingTally => {
  const needed = Math.min(Math.max(Math.ceil((share * people) / 100), Math.min(2, people)), people);
  const counted = options
    .map(({ id }) => count(id, sheets, people, needed))
    .toSorted((one, other) => order(passive, one, other));
  const still = counted.find(({ id, reliable }) => id === passive && reliable);
  const benchmark = still?.mean ?? null;
  const winner = counted.find(({ reliable }) => reliable);
  const rows = counted.map((row): ConsensingRow => {
    const compared = benchmark !== null && row.mean !== null;
    return {
      ...row,
      rank: rankOf(counted, row),
      legitimized: row.id === passive ? row.reliable || null : compared ? row.mean < benchmark : null,
      equalToPassive: row.id !== passive && compared && row.mean === benchmark,
    };
  });
  return {
    kind: "consensing",
    version: rulesVersion,
    people,
    blank: sheets.filter((marks) => Object.keys(marks).length === 0).length,
    needed,
    benchmark,
    winners: winner ? [winner.id] : [],
    rows,
    ties: tiesOf(counted, winner, passive),
  };
};
