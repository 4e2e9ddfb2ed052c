import type { Tie } from "./ballot.ts";

/** What everybody had at each stage so far, the latest last. */
type Stages = readonly (readonly number[])[];

/**
 * Breaks a tie among options that have equally many votes: by the latest earlier stage at which they differed, else
 * by the list numbers. `wanted`: who has the most, or who has the fewest (then the last of the list goes).
 */
export const breakTie = (
  among: readonly number[],
  stages: Stages,
  wanted: "most" | "fewest",
): { readonly taken: number; readonly by: "earlierStage" | "order" } => {
  const sign = wanted === "most" ? 1 : -1;
  let left = [...among];
  for (const votes of stages.toReversed()) {
    const target = Math.max(...left.map((option) => sign * (votes[option] ?? 0)));
    const nearer = left.filter((option) => sign * (votes[option] ?? 0) === target);
    if (nearer.length === 1) return { taken: nearer[0] ?? 0, by: "earlierStage" };
    left = nearer;
  }
  return { taken: wanted === "most" ? Math.min(...left) : Math.max(...left), by: "order" };
};

/** Picks one of those with the most or the fewest votes, and says how, if there were several. */
export const pick = (
  among: readonly number[],
  votes: readonly number[],
  stages: Stages,
  wanted: "most" | "fewest",
): {
  readonly taken: number;
  readonly tie?: Omit<Tie, "round" | "among" | "taken"> & { among: readonly number[] };
} => {
  const sign = wanted === "most" ? 1 : -1;
  const target = Math.max(...among.map((option) => sign * (votes[option] ?? 0)));
  const equal = among.filter((option) => sign * (votes[option] ?? 0) === target);
  if (equal.length === 1) return { taken: equal[0] ?? 0 };
  const { taken, by } = breakTie(equal, stages, wanted);
  return { taken, tie: { among: equal, by } };
};
