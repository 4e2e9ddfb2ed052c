import type { Tie } from "./ballot.ts";
import { type Balances, boundsOf, pay, unitRoundoff } from "./equal-shares-bounds.ts";
import type { Backing, Electorate } from "./equal-shares-electorate.ts";
import { balancesOf, type Ledger, openLedger } from "./equal-shares-ledger.ts";
import { asNumber, compareFractions, type Fraction } from "./fraction.ts";

/** What decides between projects that cost their supporters exactly the same. */
export type TieBreak = "approvers" | "order";

export type Outcome = {
  readonly share: Fraction;
  /** Indexes of the projects, in the order in which they were funded. */
  readonly funded: readonly number[];
  readonly cost: bigint;
  readonly ties: readonly Tie[];
};

/** From here on doubts about balances are cleared by counting exactly. */
const doubtful = 1e-10;

type Count = {
  readonly electorate: Electorate;
  readonly share: Fraction;
  readonly balances: Balances;
  readonly funded: number[];
  readonly open: Set<number>;
  /** A price of each project that its true one never falls below again: balances only shrink. */
  readonly least: Float64Array;
  readonly ties: Tie[];
  ledger: Ledger | null;
};

/** A project in the running of one round; bounds in the price of a true unit of utility, and of its own. */
type Runner = { readonly backing: Backing; readonly least: number; readonly most: number };

const begin = (electorate: Electorate, share: Fraction, projects: readonly number[]): Count => {
  const { weights, backings } = electorate;
  const each = asNumber(share);
  const least = new Float64Array(backings.length);
  for (const { index, cost, groups, utility } of backings) {
    const all = groups.reduce((sum, group, place) => sum + (weights[group] ?? 0) * (utility[place] ?? 0), 0);
    least[index] = (cost / all) * (1 - (groups.length + 8) * unitRoundoff);
  }
  return {
    electorate,
    share,
    balances: {
      left: new Float64Array(weights.length).fill(each),
      off: new Float64Array(weights.length).fill(each * 4 * unitRoundoff),
      weights,
    },
    funded: [],
    open: new Set(projects.filter((index) => (backings[index]?.groups.length ?? 0) > 0)),
    least,
    ties: [],
    ledger: null,
  };
};

const exactly = (count: Count): Ledger => {
  count.ledger ??= openLedger(count.electorate, count.share);
  count.ledger.enter(count.funded.slice(count.ledger.payments.length));
  return count.ledger;
};

/** The bounds of a price that is known exactly. */
const around = (price: Fraction): { least: number; most: number } => {
  const near = asNumber(price);
  return { least: near * (1 - 8 * unitRoundoff), most: near * (1 + 8 * unitRoundoff) };
};

const run = (count: Count, backing: Backing): Runner | null => {
  const found = boundsOf(backing, count.balances, count.least[backing.index] ?? 0);
  if (found.kind === "between") return { backing, least: found.least, most: found.most };
  const price = found.kind === "unclear" ? exactly(count).price(backing) : null;
  return price && { backing, ...around(price) };
};

/** All that may be the cheapest now. What is at least as dear as the cheapest so far is not even looked at. */
const runners = (count: Count): Runner[] => {
  const unitOf = (index: number): number => count.electorate.backings[index]?.unit ?? 1;
  const floor = (index: number): number =>
    ((count.least[index] ?? 0) / unitOf(index)) * (1 - 4 * unitRoundoff);
  const waiting = [...count.open].sort((one, other) => floor(one) - floor(other));
  const found: Runner[] = [];
  let best = Number.POSITIVE_INFINITY;
  for (const index of waiting) {
    if (floor(index) > best) break;
    const backing = count.electorate.backings[index];
    const runner = backing && run(count, backing);
    if (!runner) {
      count.open.delete(index);
      continue;
    }
    count.least[index] = Math.max(count.least[index] ?? 0, runner.least);
    best = Math.min(best, (runner.most / unitOf(index)) * (1 + 4 * unitRoundoff));
    found.push(runner);
  }
  return found.filter(({ backing }) => floor(backing.index) <= best);
};

const byRule: Readonly<Record<TieBreak, (one: Backing, other: Backing) => number>> = {
  approvers: (one, other) =>
    other.approvers - one.approvers || one.cost - other.cost || one.index - other.index,
  order: (one, other) => one.index - other.index,
};

const reasonOf = ([first, second]: readonly Backing[], tieBreak: TieBreak): string => {
  if (tieBreak === "order" || !first || !second) return "order";
  if (first.approvers !== second.approvers) return "approvers";
  return first.cost !== second.cost ? "cost" : "order";
};

/** Several that cannot be told apart in doubles: the cheapest of them exactly, and if there are several the rule decides. */
const decide = (count: Count, contenders: readonly Runner[], tieBreak: TieBreak): Runner | undefined => {
  if (contenders.length < 2) return contenders[0];
  const ledger = exactly(count);
  let cheapest: { backing: Backing; price: Fraction; each: Fraction }[] = [];
  for (const { backing } of contenders) {
    const price = ledger.price(backing);
    if (!price) continue;
    const each = { of: price.of, by: price.by * BigInt(backing.unit) };
    const [first] = cheapest;
    const compared = first ? compareFractions(each, first.each) : -1;
    if (compared < 0) cheapest = [{ backing, price, each }];
    else if (compared === 0) cheapest.push({ backing, price, each });
  }
  cheapest.sort((one, other) => byRule[tieBreak](one.backing, other.backing));
  const [taken] = cheapest;
  if (!taken) return undefined;
  if (cheapest.length > 1) {
    const tied = cheapest.map(({ backing }) => backing);
    count.ties.push({
      round: count.funded.length + 1,
      among: tied.map(({ id }) => id),
      taken: taken.backing.id,
      by: reasonOf(tied, tieBreak),
    });
  }
  return { backing: taken.backing, ...around(taken.price) };
};

/** Forgets all doubts: the balances as they are exactly, as near as doubles come. */
const clear = (count: Count): void => {
  const exact = balancesOf(exactly(count), count.balances.left.length);
  count.balances.left.set(exact);
  count.balances.off.set(exact.map((balance) => balance * 4 * unitRoundoff + 2 ** -100));
};

/**
 * The Method of Equal Shares for one share of everybody: the project for which its supporters pay least for a unit of
 * utility is funded, again and again, until none is left that its supporters can pay. (Peters, Pierczyński, Skowron
 * 2021.) The result is that of exact arithmetic: doubles only leave out what is proven to be dearer.
 */
export const countRounds = (
  electorate: Electorate,
  share: Fraction,
  projects: readonly number[],
  tieBreak: TieBreak,
): Outcome => {
  const count = begin(electorate, share, projects);
  const limit = asNumber(share) * doubtful;
  let cost = 0n;
  while (count.open.size > 0) {
    const taken = decide(count, runners(count), tieBreak);
    if (!taken) break;
    const { backing } = taken;
    const doubt = pay(backing, count.balances, taken);
    count.funded.push(backing.index);
    count.open.delete(backing.index);
    cost += BigInt(backing.cost);
    if (doubt > limit) clear(count);
  }
  return { share, funded: count.funded, cost, ties: count.ties };
};
