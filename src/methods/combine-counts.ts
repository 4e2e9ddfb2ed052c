/** How many there are of one kind. */
export type Count = { readonly label: string; readonly n: number };

/**
 * Counts of people in which nobody stands alone: groups smaller than `least` are told together, and with the next
 * larger one while they are still too few, so that none can be taken from the sum. Largest first; `undefined` when
 * all together are fewer than `least`.
 */
export const combineCounts = (
  counts: readonly Count[],
  least: number,
  together: (labels: readonly string[]) => string,
): readonly Count[] | undefined => {
  const there = counts.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  const sum = (some: readonly Count[]): number => some.reduce((all, { n }) => all + n, 0);
  if (sum(there) < least) return undefined;
  const few = there.filter(({ n }) => n < least);
  const enough = there.filter(({ n }) => n >= least);
  if (few.length === 0) return enough;
  while (sum(few) < least || few.length < 2) {
    const next = enough.pop();
    if (!next) break;
    few.unshift(next);
  }
  return [...enough, { label: together(few.map(({ label }) => label)), n: sum(few) }];
};
