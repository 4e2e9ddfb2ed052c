import { type OpinionMatrix, unsaid } from "./opinion-matrix.ts";

/** Who agreed, disagreed and said anything at all (passes too), per statement. */
export type OpinionCounts = {
  readonly agreed: Int32Array;
  readonly disagreed: Int32Array;
  readonly said: Int32Array;
};

const noCounts = (width: number): OpinionCounts => ({
  agreed: new Int32Array(width),
  disagreed: new Int32Array(width),
  said: new Int32Array(width),
});

/** The votes of everybody, statement by statement. */
export const countAll = ({ participants, statements, cells }: OpinionMatrix): OpinionCounts =>
  countRows({ statements, cells }, participants.keys());

const countRows = (
  { statements, cells }: Pick<OpinionMatrix, "statements" | "cells">,
  rows: Iterable<number>,
): OpinionCounts => {
  const width = statements.length;
  const { agreed, disagreed, said } = noCounts(width);
  for (const row of rows)
    for (let column = 0; column < width; column++) {
      const vote = cells[row * width + column] ?? unsaid;
      if (vote === unsaid) continue;
      said[column] = (said[column] ?? 0) + 1;
      if (vote === 1) agreed[column] = (agreed[column] ?? 0) + 1;
      else if (vote === -1) disagreed[column] = (disagreed[column] ?? 0) + 1;
    }
  return { agreed, disagreed, said };
};

/** The votes of each group. `groups`: the rows of its people. */
export const countGroups = (
  matrix: OpinionMatrix,
  groups: readonly Iterable<number>[],
): readonly OpinionCounts[] => groups.map((rows) => countRows(matrix, rows));

/** Several groups as if they were one. */
export const addCounts = (counts: readonly OpinionCounts[], width: number): OpinionCounts => {
  const sum = noCounts(width);
  for (const one of counts)
    for (const part of ["agreed", "disagreed", "said"] as const)
      for (let column = 0; column < width; column++)
        sum[part][column] = (sum[part][column] ?? 0) + (one[part][column] ?? 0);
  return sum;
};

/** How far a share lies above one half, in standard errors, one success and one trial added. */
const shareTest = (successes: number, trials: number): number =>
  2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);

/** How far two shares lie apart, in standard errors; one success and one trial are added to both. */
const differenceTest = (ours: number, ourTrials: number, theirs: number, theirTrials: number): number => {
  const n = ourTrials + 1;
  const m = theirTrials + 1;
  const pooled = (ours + theirs + 2) / (n + m);
  if (pooled === 1) return 0;
  return ((ours + 1) / n - (theirs + 1) / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
};

/** One-sided, at 90 %. */
const isSignificant = (z: number): boolean => z > 1.2816;

/** What a group says of a statement, and how much more it says so than all others. */
export type Representative = {
  readonly statement: string;
  readonly direction: "agree" | "disagree";
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly shareTest: number;
  /** How many times as likely as elsewhere. */
  readonly repness: number;
  readonly repnessTest: number;
  /** What this group agrees with most of all. */
  readonly isBest: boolean;
};

type Measured = Omit<Representative, "isBest" | "statement" | "direction">;

const measure = (ours: number, ourTrials: number, theirs: number, theirTrials: number): Measured => {
  const share = (ours + 1) / (ourTrials + 2);
  return {
    successes: ours,
    trials: ourTrials,
    share,
    shareTest: shareTest(ours, ourTrials),
    repness: share / ((1 + theirs) / (2 + theirTrials)),
    repnessTest: differenceTest(ours, ourTrials, theirs, theirTrials),
  };
};

const weight = ({ repness, repnessTest, share, shareTest: test }: Measured): number =>
  repness * repnessTest * share * test;

type Both = {
  readonly statement: string;
  readonly agree: Measured;
  readonly disagree: Measured;
  readonly isSaid: boolean;
};

const says = (test: Measured): boolean => isSignificant(test.repnessTest) && isSignificant(test.shareTest);

const entry = (both: Both, direction: "agree" | "disagree", isBest = false): Representative => ({
  statement: both.statement,
  direction,
  ...both[direction],
  isBest,
});

/**
 * What the group agrees with most, asked in the order of the statements: while the best so far is agreed with more
 * than elsewhere, the next must be more so; else it must simply be agreed with more.
 */
const bestAgreed = (all: readonly Both[]): Both | undefined => {
  const surely = ({ share, shareTest: test }: Measured): number => share * test;
  return all
    .filter(
      ({ agree, isSaid }) =>
        isSaid && (isSignificant(agree.shareTest) || (agree.repness > 1 && agree.share > 0.5)),
    )
    .reduce<Both | undefined>((best, one) => {
      if (!best) return one;
      const value = best.agree.repness > 1 ? weight : surely;
      return value(one.agree) > value(best.agree) ? one : best;
    }, undefined);
};

const shown = 5;

/**
 * What represents each group: at most five statements, those it agrees with before those it disagrees with, the one
 * it agrees with most first. Statements that were taken out represent nobody.
 */
export const representativeOf = (
  { statements, out }: Pick<OpinionMatrix, "statements" | "out">,
  groups: readonly OpinionCounts[],
): readonly (readonly Representative[])[] =>
  groups.map((ours, index) => {
    const rest = addCounts(
      groups.filter((_, other) => other !== index),
      statements.length,
    );
    const all = statements.flatMap((statement, column): readonly Both[] => {
      if (out[column] === 1) return [];
      const trials = ours.said[column] ?? 0;
      const others = rest.said[column] ?? 0;
      const agreed = ours.agreed[column] ?? 0;
      const disagreed = ours.disagreed[column] ?? 0;
      return [
        {
          statement,
          agree: measure(agreed, trials, rest.agreed[column] ?? 0, others),
          disagree: measure(disagreed, trials, rest.disagreed[column] ?? 0, others),
          isSaid: agreed + disagreed > 0,
        },
      ];
    });
    const best = bestAgreed(all);
    const significant = all
      .filter((both) => both !== best && (says(both.agree) || says(both.disagree)))
      .map((both) => entry(both, both.agree.repnessTest > both.disagree.repnessTest ? "agree" : "disagree"))
      .sort((one, other) => weight(other) - weight(one));
    const taken = [...(best ? [entry(best, "agree", true)] : []), ...significant].slice(0, shown);
    return [
      ...taken.filter(({ direction }) => direction === "agree"),
      ...taken.filter(({ direction }) => direction === "disagree"),
    ];
  });

/** Something that nearly everybody agrees with, or disagrees with. */
export type Consensus = {
  readonly statement: string;
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly shareTest: number;
};

/** What everybody agrees with, and what everybody disagrees with: at most five each, the clearest first. */
export const consensusOf = (
  { statements, out }: Pick<OpinionMatrix, "statements" | "out">,
  all: OpinionCounts,
): { readonly agree: readonly Consensus[]; readonly disagree: readonly Consensus[] } => {
  const clearest = (successes: Int32Array): readonly Consensus[] =>
    statements
      .flatMap((statement, column): readonly Consensus[] => {
        const trials = all.said[column] ?? 0;
        const count = successes[column] ?? 0;
        const share = (count + 1) / (trials + 2);
        const test = shareTest(count, trials);
        return out[column] !== 1 && share > 0.5 && isSignificant(test)
          ? [{ statement, successes: count, trials, share, shareTest: test }]
          : [];
      })
      .sort((one, other) => other.share * other.shareTest - one.share * one.shareTest)
      .slice(0, shown);
  return { agree: clearest(all.agreed), disagree: clearest(all.disagreed) };
};

/** How much all groups agree with a statement, each group counted alike: between 0 and 1, per column. */
export const groupInformedConsensus = (groups: readonly OpinionCounts[], width: number): Float64Array =>
  Float64Array.from({ length: width }, (_, column) =>
    groups.reduce(
      (product, { agreed, said }) => product * (((agreed[column] ?? 0) + 1) / ((said[column] ?? 0) + 2)),
      1,
    ),
  );
