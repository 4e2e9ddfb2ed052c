import { byVotes } from "./equal-shares-completion.ts";
import type { Backing, Electorate } from "./equal-shares-electorate.ts";

/** How a list is worked off: what does not fit is skipped, or ends it. */
export type GreedyOrder = "votes" | "votesPerCost";

const orders: Readonly<Record<GreedyOrder, (one: Backing, other: Backing) => number>> = {
  votes: byVotes,
  votesPerCost: (one, other) => {
    const [mine, theirs] = [BigInt(one.score) * BigInt(other.cost), BigInt(other.score) * BigInt(one.cost)];
    return mine === theirs ? one.index - other.index : mine > theirs ? -1 : 1;
  },
};

/** Down the list by votes (cheaper first, then by the list), what fits. */
export const fundGreedily = (
  { backings }: Pick<Electorate, "backings">,
  {
    budget,
    leastVotes,
    order = "votes",
    skip = true,
  }: {
    readonly budget: number;
    readonly leastVotes: number;
    readonly order?: GreedyOrder;
    readonly skip?: boolean;
  },
): readonly Backing[] => {
  let left = BigInt(budget);
  let ended = false;
  return backings
    .filter(({ approvers }) => approvers >= leastVotes)
    .sort(orders[order])
    .filter(({ cost }) => {
      if (ended) return false;
      const fits = BigInt(cost) <= left;
      if (fits) left -= BigInt(cost);
      else ended = !skip;
      return fits;
    });
};
