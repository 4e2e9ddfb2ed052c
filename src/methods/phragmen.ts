import type { Backing, Electorate } from "./equal-shares-electorate.ts";
import { compareFractions, type Fraction, lowest } from "./fraction.ts";

const none: Fraction = { of: 0n, by: 1n };

const add = (one: Fraction, other: Fraction): Fraction =>
  lowest({ of: one.of * other.by + other.of * one.by, by: one.by * other.by });

/**
 * Phragmén's sequential method: everybody earns at the same speed, and a project is bought as soon as its supporters
 * can pay for it together. It ends at the first project that costs more than is left. Only for comparison.
 */
export const sequentialPhragmen = (
  electorate: Electorate,
  { budget, leastVotes }: { readonly budget: number; readonly leastVotes: number },
): readonly Backing[] => {
  const loads: Fraction[] = Array.from(electorate.weights, () => none);
  const open = new Set(
    electorate.backings.filter(({ approvers, groups }) => approvers >= leastVotes && groups.length > 0),
  );
  const bought: Backing[] = [];
  let left = BigInt(budget);
  const weight = (group: number): bigint => BigInt(electorate.weights[group] ?? 0);
  const moment = ({ cost, groups }: Backing): Fraction => {
    let all: Fraction = { of: BigInt(cost), by: 1n };
    let people = 0n;
    for (const group of groups) {
      const load = loads[group] ?? none;
      all = add(all, { of: load.of * weight(group), by: load.by });
      people += weight(group);
    }
    return lowest({ of: all.of, by: all.by * people });
  };
  while (open.size > 0) {
    let first: { backing: Backing; at: Fraction } | undefined;
    for (const backing of open) {
      const at = moment(backing);
      if (!first || compareFractions(at, first.at) < 0) first = { backing, at };
    }
    if (!first || BigInt(first.backing.cost) > left) break;
    const { backing, at } = first;
    for (const group of backing.groups) loads[group] = at;
    left -= BigInt(backing.cost);
    open.delete(backing);
    bought.push(backing);
  }
  return bought;
};
