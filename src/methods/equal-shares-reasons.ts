import type { Completed } from "./equal-shares-completion.ts";
import { byVotes } from "./equal-shares-completion.ts";
import type { Backing, Electorate } from "./equal-shares-electorate.ts";
import type { Ledger, Payment } from "./equal-shares-ledger.ts";
import { asNumber, rounded } from "./fraction.ts";

/** How it came that a project is funded. Amounts in whole cents. */
export type FundedProject = {
  readonly id: string;
  readonly cost: number;
  readonly supporters: number;
  /** By the shares of its supporters, by votes from what was left, since all fit together, or down the list. */
  readonly how: "shares" | "votes" | "allFit" | "greedy";
  /** In which round, from 1. */
  readonly round?: number;
  /** What nobody had to exceed, and how many paid it in full. */
  readonly most?: number;
  readonly inFull?: number;
  /** Not rounded: of a unit of utility; with equal utilities the same as `most`. For the purse of a sheet. */
  readonly price?: number;
  /** Who paid how much, without names: so many people up to each amount, in at most five steps. */
  readonly payments: readonly { readonly upTo: number; readonly people: number }[];
};

/** Why a project is not funded this time. Amounts in whole cents. */
export type Reason =
  | { readonly kind: "tooFewVotes"; readonly needed: number }
  | { readonly kind: "aboveBudget" }
  | { readonly kind: "nobody" }
  /** One step more for everybody would have been enough, but then the money would not have been. */
  | { readonly kind: "onlyLeft"; readonly step: number; readonly left: number }
  /** What its supporters had left together, and what was missing. */
  | { readonly kind: "missing"; readonly together: number; readonly missing: number }
  /** Down the list, so much was left when its turn came. */
  | { readonly kind: "noRoom"; readonly left: number };

export type UnfundedProject = {
  readonly id: string;
  readonly cost: number;
  readonly supporters: number;
  readonly why: Reason;
};

const bars = 5;

const histogram = ({ paid }: Payment): FundedProject["payments"] => {
  const most = paid[0] ? asNumber(paid[0].amount) : 0;
  const people = Array.from({ length: bars }, () => 0);
  for (const { amount, people: some } of paid) {
    const bar = Math.min(bars - 1, Math.max(0, Math.ceil((asNumber(amount) / most) * bars - 1e-9) - 1));
    people[bar] = (people[bar] ?? 0) + some;
  }
  return people.flatMap((some, bar) =>
    some > 0 ? [{ upTo: Math.round((most * (bar + 1)) / bars), people: some }] : [],
  );
};

/** A project that its supporters paid for. */
export const fundedByShares = (electorate: Electorate, payment: Payment, round: number): FundedProject[] => {
  const backing = electorate.backings[payment.project];
  const [dearest] = payment.paid;
  if (!backing || !dearest) return [];
  return [
    {
      id: backing.id,
      cost: backing.cost,
      supporters: backing.approvers,
      how: "shares",
      round,
      most: rounded(dearest.amount),
      inFull: dearest.people,
      price: asNumber(payment.price),
      payments: histogram(payment),
    },
  ];
};

type Ended = {
  readonly winners: readonly Backing[];
  /** What was left when the list by votes came to a project. */
  readonly leftAt: ReadonlyMap<number, number>;
  readonly isGreedy: boolean;
  readonly completed?: Completed;
  readonly ledger?: Ledger;
};

type Limits = { readonly budget: number; readonly leastVotes: number; readonly step?: number };

/** What was left when each project had its turn in the list. */
const turns = (backings: readonly Backing[], budget: number, winners: ReadonlySet<number>) => {
  let left = budget;
  return new Map(
    [...backings].sort(byVotes).map(({ index, cost }) => {
      const before = left;
      if (winners.has(index)) left -= cost;
      return [index, before];
    }),
  );
};

const reasonOf = (
  backing: Backing,
  limits: Limits,
  ended: Ended,
  turn: ReadonlyMap<number, number>,
): Reason => {
  const { cost, approvers, index } = backing;
  if (approvers === 0) return { kind: "nobody" };
  if (approvers < limits.leastVotes) return { kind: "tooFewVotes", needed: limits.leastVotes };
  if (cost > limits.budget) return { kind: "aboveBudget" };
  const { completed, ledger } = ended;
  if (ended.isGreedy || !completed || !ledger) return { kind: "noRoom", left: turn.get(index) ?? 0 };
  const left = ended.leftAt.get(index) ?? limits.budget - Number(completed.outcome.cost);
  if (completed.beyond?.funded.includes(index) && cost > left)
    return { kind: "onlyLeft", step: limits.step ?? 0, left };
  const { of, by } = ledger.together(backing);
  const together = Number(of / by);
  return { kind: "missing", together, missing: cost - together };
};

/** Everything that is not funded, most supporters first, and why. */
export const unfundedOf = (
  { backings }: Pick<Electorate, "backings">,
  limits: Limits,
  ended: Ended,
): readonly UnfundedProject[] => {
  const winners = new Set(ended.winners.map(({ index }) => index));
  const turn = turns(backings, limits.budget, winners);
  return backings
    .filter(({ index }) => !winners.has(index))
    .sort(byVotes)
    .map((backing) => ({
      id: backing.id,
      cost: backing.cost,
      supporters: backing.approvers,
      why: reasonOf(backing, limits, ended, turn),
    }));
};
