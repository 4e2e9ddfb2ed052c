import type { SharesRule } from "./ballot.ts";
import type { Backing, Electorate } from "./equal-shares-electorate.ts";
import { countRounds, type Outcome, type TieBreak } from "./equal-shares-rounds.ts";
import type { Fraction } from "./fraction.ts";

/** How a fund is given out, in the smallest unit of its money. */
export type Plan = {
  readonly budget: number;
  readonly leastVotes: number;
  readonly completion: SharesRule["completion"];
  readonly step: number;
  readonly tieBreak: TieBreak;
  /** The share with which the completion begins is rounded down to whole multiples of this; 0: not rounded. */
  readonly wholeShares: number;
};

export type Completed = {
  readonly outcome: Outcome;
  /** By how many steps the share was raised. */
  readonly steps: number;
  /** With one step more: what would have cost more than there is. */
  readonly beyond: Outcome | null;
  /** All that may be funded fits into the budget: nothing was raised. */
  readonly allFit: boolean;
};

/** Nobody waits for more recounts than this: the step is too small for the money. */
const mostSteps = 1_000_000;

/** A step so small that the count would not come to an end. */
export class TooManySteps extends Error {
  override readonly name = "TooManySteps";
}

/** The projects with enough votes. */
export const eligible = (electorate: Electorate, leastVotes: number): readonly Backing[] =>
  electorate.backings.filter(({ approvers }) => approvers >= leastVotes);

const sum = (backings: readonly Backing[]): bigint =>
  backings.reduce((all, { cost }) => all + BigInt(cost), 0n);

/** The part of everybody, exact. Nobody: nothing. */
const equalPart = (budget: number, people: number): Fraction => ({
  of: people > 0 ? BigInt(budget) : 0n,
  by: BigInt(Math.max(1, people)),
});

const firstShare = (plan: Plan, people: number): Fraction => {
  const exact = equalPart(plan.budget, people);
  if (plan.wholeShares === 0) return exact;
  const whole = BigInt(plan.wholeShares);
  return { of: (exact.of / (exact.by * whole)) * whole, by: 1n };
};

/** Whether no project that was left over would fit into what is left over. */
const isExhaustive = (outcome: Outcome, backings: readonly Backing[], budget: bigint): boolean => {
  const funded = new Set(outcome.funded);
  return backings.every(({ index, cost }) => funded.has(index) || outcome.cost + BigInt(cost) > budget);
};

/**
 * How many steps up to the first share with which any of the projects can be paid, where nothing could be: in between
 * nothing changes.
 */
const stepsToFirst = (
  share: Fraction,
  step: number,
  electorate: Electorate,
  open: readonly Backing[],
): number => {
  const [height, { of, by }] = [BigInt(step), share];
  const needed = open.flatMap(({ cost, groups }) => {
    const people = groups.reduce((all, group) => all + (electorate.weights[group] ?? 0), 0);
    if (people === 0) return [];
    const missing = BigInt(cost) * by - of * BigInt(people);
    const each = height * by * BigInt(people);
    return [Number((missing + each - 1n) / each)];
  });
  return Math.max(1, Math.min(...needed));
};

/**
 * The Method of Equal Shares and its completion "Add1": everybody's share grows step by step, and all is counted anew
 * each time; the last result that the budget pays for stands. "add1-exhaustive" stops as soon as nothing that is left
 * would fit. Where all projects fit together, nothing is raised.
 */
export const complete = (electorate: Electorate, plan: Plan): Completed => {
  const open = eligible(electorate, plan.leastVotes);
  const projects = open.map(({ index }) => index);
  const budget = BigInt(plan.budget);
  const count = (share: Fraction): Outcome => countRounds(electorate, share, projects, plan.tieBreak);
  const allFit = sum(open) <= budget;
  if (plan.completion === "none" || allFit || electorate.people === 0)
    return { outcome: count(equalPart(plan.budget, electorate.people)), steps: 0, beyond: null, allFit };
  if (!(plan.step > 0)) throw new RangeError("The step must be above zero.");
  const wanted = open.filter(({ groups }) => groups.length > 0).length;
  const raised = ({ of, by }: Fraction, steps: number): Fraction => ({
    of: of + BigInt(plan.step) * BigInt(steps) * by,
    by,
  });
  let outcome = count(firstShare(plan, electorate.people));
  let [steps, counts] = [0, 0];
  while (outcome.funded.length < wanted) {
    if (plan.completion === "add1-exhaustive" && isExhaustive(outcome, open, budget)) break;
    counts += 1;
    if (counts > mostSteps) throw new TooManySteps(`The step of ${plan.step} is too small.`);
    const more = outcome.funded.length === 0 ? stepsToFirst(outcome.share, plan.step, electorate, open) : 1;
    const next = count(raised(outcome.share, more));
    if (next.cost > budget)
      return {
        outcome: last(outcome, raised(outcome.share, more - 1)),
        steps: steps + more - 1,
        beyond: next,
        allFit,
      };
    steps += more;
    outcome = next;
  }
  return { outcome, steps, beyond: null, allFit };
};

/** The same result at a higher share: where nothing can be funded, a share more changes nothing. */
const last = (outcome: Outcome, share: Fraction): Outcome => ({ ...outcome, share });

/** By votes, cheaper first, then by the list. */
export const byVotes = (one: Backing, other: Backing): number =>
  other.score - one.score || one.cost - other.cost || one.index - other.index;

export type FillUp = {
  readonly added: readonly Backing[];
  /** What was left when the list came to a project. */
  readonly leftAt: ReadonlyMap<number, number>;
};

/** Adds by votes whatever still fits. */
export const fillUp = (electorate: Electorate, plan: Plan, outcome: Outcome): FillUp => {
  const funded = new Set(outcome.funded);
  const leftAt = new Map<number, number>();
  let left = BigInt(plan.budget) - outcome.cost;
  const added = eligible(electorate, plan.leastVotes)
    .filter(({ index }) => !funded.has(index))
    .sort(byVotes)
    .filter(({ index, cost }) => {
      leftAt.set(index, Number(left));
      if (BigInt(cost) > left) return false;
      left -= BigInt(cost);
      return true;
    });
  return { added, leftAt };
};
