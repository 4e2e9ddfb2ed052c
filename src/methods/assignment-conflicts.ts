import type { AssignmentProblem, Need } from "./assignment.ts";

type Timed = { readonly index: number; readonly need: Need };

/** The options of each helper, by time. */
export const byHelper = (
  problem: AssignmentProblem,
  indexes: readonly number[],
): Map<number, readonly Timed[]> => {
  const lists = new Map<number, Timed[]>();
  for (const index of indexes) {
    const option = problem.options[index];
    const need = option && problem.needs[option.need];
    if (!option || !need) continue;
    const list = lists.get(option.helper);
    if (list) list.push({ index, need });
    else lists.set(option.helper, [{ index, need }]);
  }
  for (const list of lists.values())
    list.sort((one, other) => one.need.from - other.need.from || one.index - other.index);
  return lists;
};

/**
 * The largest sets of options of one helper that all run at the same time, rest included: of each set only one can be
 * taken. A sweep over the starts finds them; a set that lies within another one is left out.
 */
export const cliquesOf = (own: readonly Timed[], rest: number): number[][] => {
  const cliques: number[][] = [];
  let running: Timed[] = [];
  let grew = false;
  for (const option of own) {
    const still = running.filter(({ need }) => need.to + rest > option.need.from);
    // Only when somebody leaves after somebody came is the set before as large as it can get.
    if (still.length < running.length && grew) {
      cliques.push(running.map(({ index }) => index));
      grew = false;
    }
    running = [...still, option];
    grew = true;
  }
  if (grew) cliques.push(running.map(({ index }) => index));
  return cliques;
};

/** The most minutes a helper could come for on each day or in each week, taking the longest option of each set. */
export const mostMinutes = (
  own: readonly Timed[],
  cliques: readonly (readonly number[])[],
  span: "day" | "week",
): Map<number, number> => {
  const needOf = new Map(own.map(({ index, need }) => [index, need]));
  const sums = new Map<number, number>();
  for (const clique of cliques) {
    const longest = new Map<number, number>();
    for (const index of clique) {
      const need = needOf.get(index);
      if (need) longest.set(need[span], Math.max(longest.get(need[span]) ?? 0, need.to - need.from));
    }
    for (const [when, minutes] of longest) sums.set(when, (sums.get(when) ?? 0) + minutes);
  }
  return sums;
};
