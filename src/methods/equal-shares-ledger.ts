import type { Backing, Electorate } from "./equal-shares-electorate.ts";
import { asNumber, type Fraction, gcd } from "./fraction.ts";

/** What one round cost those who paid, exactly. */
export type Payment = {
  readonly project: number;
  /** What is paid for one unit of utility of the project; nobody pays more than they have. */
  readonly price: Fraction;
  /** What was paid, and by how many, dearest first: the first pay in full, the others the last they had. */
  readonly paid: readonly { readonly amount: Fraction; readonly people: number }[];
};

export type Ledger = {
  /** Enters what was funded since. */
  readonly enter: (funded: readonly number[]) => void;
  /** What a unit of utility of the project would cost now; null if those who want it have too little. */
  readonly price: (backing: Backing) => Fraction | null;
  /** What everyone in a group has left. */
  readonly balance: (group: number) => Fraction;
  /** What all who want it have left together. */
  readonly together: (backing: Backing) => Fraction;
  readonly payments: readonly Payment[];
};

/** One balance as it was after some round: `of` divided by the divisor of that round. */
type Held = { of: bigint; round: number };

/**
 * All balances in whole numbers over one divisor, which grows by what a round divides by. Balances are brought to it
 * only when somebody looks at them.
 */
export const openLedger = (electorate: Electorate, share: Fraction): Ledger => {
  const divisors = [share.by];
  const weights = Array.from(electorate.weights, BigInt);
  const held: Held[] = weights.map(() => ({ of: share.of, round: 0 }));
  const payments: Payment[] = [];
  let lifts = new Map<number, bigint>();
  const divisor = (): bigint => divisors.at(-1) ?? 1n;

  const lift = (round: number): bigint => {
    const known = lifts.get(round);
    if (known !== undefined) return known;
    const found = divisor() / (divisors[round] ?? 1n);
    lifts.set(round, found);
    return found;
  };
  const look = (group: number): bigint => {
    const one = held[group];
    if (!one) return 0n;
    if (one.round !== payments.length) {
      one.of *= lift(one.round);
      one.round = payments.length;
    }
    return one.of;
  };
  const solve = (backing: Backing): { of: bigint; by: bigint } | null => {
    const cost = BigInt(backing.cost) * divisor();
    const balances = Array.from(backing.groups, look);
    const utilities = Array.from(backing.utility, BigInt);
    const people = Array.from(backing.groups, (group) => weights[group] ?? 0n);
    let price = { of: 0n, by: 1n };
    for (;;) {
      let [paid, rich] = [0n, 0n];
      for (const [place, balance] of balances.entries()) {
        const [utility = 0n, weight = 0n] = [utilities[place], people[place]];
        if (balance * price.by < price.of * utility) paid += weight * balance;
        else rich += weight * utility;
      }
      if (rich === 0n) return null;
      const next = { of: cost - paid, by: rich };
      if (next.of * price.by <= price.of * next.by) return price;
      price = next;
    }
  };
  const enterOne = (project: number): void => {
    const backing = electorate.backings[project];
    const price = backing && solve(backing);
    if (!backing || !price) throw new Error("A project was entered that nobody can pay.");
    const common = gcd(price.of, price.by);
    const [each, factor] = [price.of / common, price.by / common];
    const unit = divisor() * factor;
    const paid = new Map<bigint, number>();
    const after = Array.from(backing.groups, (group, place) => {
      const balance = look(group) * factor;
      const full = each * BigInt(backing.utility[place] ?? 0);
      const amount = balance < full ? balance : full;
      paid.set(amount, (paid.get(amount) ?? 0) + (electorate.weights[group] ?? 0));
      return balance - amount;
    });
    divisors.push(unit);
    payments.push({
      project,
      price: { of: each, by: unit },
      paid: [...paid]
        .sort(([one], [other]) => (one < other ? 1 : -1))
        .flatMap(([of, people]) => (of > 0n ? [{ amount: { of, by: unit }, people }] : [])),
    });
    lifts = new Map();
    for (const [place, group] of backing.groups.entries())
      held[group] = { of: after[place] ?? 0n, round: payments.length };
  };
  return {
    enter: (funded) => {
      for (const project of funded) enterOne(project);
    },
    price: (backing) => {
      const price = solve(backing);
      return price && { of: price.of, by: price.by * divisor() };
    },
    balance: (group) => ({ of: look(group), by: divisor() }),
    together: (backing) => ({
      of: backing.groups.reduce((sum, group) => sum + look(group) * (weights[group] ?? 0n), 0n),
      by: divisor(),
    }),
    payments,
  };
};

/** Balances as doubles, each off by at most four units in its last place. */
export const balancesOf = (ledger: Ledger, groups: number): Float64Array =>
  Float64Array.from({ length: groups }, (_, group) => asNumber(ledger.balance(group)));
