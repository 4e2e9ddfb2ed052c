/** The Method of Equal Shares as it stands in the textbook: fractions, no shortcuts. What the fast count must equal. */
import type { BallotOption, Marks } from "#methods/ballot.ts";

type Rational = { readonly of: bigint; readonly by: bigint };

const gcd = (one: bigint, other: bigint): bigint => (other === 0n ? one : gcd(other, one % other));

const rational = (of: bigint, by: bigint): Rational => {
  const common = gcd(of < 0n ? -of : of, by);
  return { of: of / common, by: by / common };
};
const plus = (one: Rational, other: Rational) =>
  rational(one.of * other.by + other.of * one.by, one.by * other.by);
const minus = (one: Rational, other: Rational) =>
  rational(one.of * other.by - other.of * one.by, one.by * other.by);
const times = (one: Rational, other: Rational) => rational(one.of * other.of, one.by * other.by);
const through = (one: Rational, other: Rational) => rational(one.of * other.by, one.by * other.of);
const isLess = (one: Rational, other: Rational) => one.of * other.by < other.of * one.by;
const whole = (value: number | bigint): Rational => ({ of: BigInt(value), by: 1n });

export type PlainProject = {
  readonly id: string;
  readonly cost: number;
  readonly approvers: number;
  /** Voter and utility. */
  readonly wanted: readonly (readonly [number, number])[];
};

/** Projects as the plain count reads them, by the utility of the rule. */
export const plainProjects = (
  options: readonly BallotOption[],
  sheets: readonly Marks[],
  utility: "cost" | "cardinality" | "given",
): readonly PlainProject[] =>
  options.map(({ id, cost = 0 }) => {
    const wanted = sheets.flatMap((sheet, voter): [number, number][] => {
      const mark = sheet[id] ?? 0;
      if (!(mark > 0)) return [];
      return [[voter, utility === "cost" ? cost : utility === "cardinality" ? 1 : mark]];
    });
    return { id, cost, approvers: wanted.length, wanted };
  });

const priceOf = (project: PlainProject, balances: readonly Rational[]): Rational | null => {
  const backers = project.wanted.map(([voter, utility]) => {
    const balance = balances[voter] ?? whole(0);
    return { balance, utility: whole(utility), ratio: through(balance, whole(utility)) };
  });
  const all = backers.reduce((sum, { balance }) => plus(sum, balance), whole(0));
  if (isLess(all, whole(project.cost))) return null;
  backers.sort((one, other) =>
    isLess(one.ratio, other.ratio) ? -1 : isLess(other.ratio, one.ratio) ? 1 : 0,
  );
  let paid = whole(0);
  let utility = backers.reduce((sum, backer) => plus(sum, backer.utility), whole(0));
  for (const backer of backers) {
    const price = through(minus(whole(project.cost), paid), utility);
    if (!isLess(backer.ratio, price)) return price;
    paid = plus(paid, backer.balance);
    utility = minus(utility, backer.utility);
  }
  return null;
};

/** The ids in the order of their funding. */
export const plainShares = (
  projects: readonly PlainProject[],
  people: number,
  share: Rational,
): readonly string[] => {
  const balances: Rational[] = Array.from({ length: people }, () => share);
  const open = [...projects];
  const funded: string[] = [];
  for (;;) {
    const running = open.flatMap((project) => {
      const price = project.wanted.length > 0 ? priceOf(project, balances) : null;
      return price ? [{ project, price }] : [];
    });
    running.sort((one, other) => {
      if (isLess(one.price, other.price)) return -1;
      if (isLess(other.price, one.price)) return 1;
      return other.project.approvers - one.project.approvers || one.project.cost - other.project.cost || 0;
    });
    const [first] = running;
    if (!first) return funded;
    funded.push(first.project.id);
    open.splice(open.indexOf(first.project), 1);
    for (const [voter, utility] of first.project.wanted) {
      const balance = balances[voter] ?? whole(0);
      const full = times(first.price, whole(utility));
      balances[voter] = isLess(balance, full) ? whole(0) : minus(balance, full);
    }
  }
};

/** With Add1 until the budget is overspent, beginning at the whole part of an equal share. */
export const plainAdd1 = (
  projects: readonly PlainProject[],
  people: number,
  { budget, step }: { readonly budget: number; readonly step: number },
): readonly string[] => {
  const costs = new Map(projects.map(({ id, cost }) => [id, BigInt(cost)]));
  const costOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (costs.get(id) ?? 0n), 0n);
  const wanted = projects.filter((project) => project.wanted.length > 0).length;
  let share = BigInt(Math.floor(budget / people));
  let funded = plainShares(projects, people, whole(share));
  while (funded.length < wanted) {
    share += BigInt(step);
    const next = plainShares(projects, people, whole(share));
    if (costOf(next) > BigInt(budget)) break;
    funded = next;
  }
  return funded;
};
