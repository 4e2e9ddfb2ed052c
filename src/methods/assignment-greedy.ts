import { type AssignmentProblem, furtherCost } from "./assignment.ts";
import { openState } from "./assignment-obstacles.ts";

/**
 * A quick choice that breaks no rule: needs that few could fill come first, then the better scores; what would lower
 * the value is left. It stands in until something better is found, and shows what computing gains.
 */
export const solveGreedily = (problem: AssignmentProblem, among: readonly number[]): number[] => {
  const { options, needs, helpers } = problem;
  const state = openState(problem, problem.kept);
  const candidates = new Int32Array(needs.length);
  for (const index of among) {
    const need = options[index]?.need ?? -1;
    candidates[need] = (candidates[need] ?? 0) + 1;
  }
  const scarcity = (index: number): number => {
    const need = options[index]?.need ?? -1;
    return (candidates[need] ?? 0) / Math.max(1, needs[need]?.maximum ?? 1);
  };
  const score = (index: number): number => options[index]?.score ?? 0;
  const filled = new Int32Array(needs.length);
  for (const index of problem.kept) {
    const need = options[index]?.need ?? -1;
    filled[need] = (filled[need] ?? 0) + 1;
  }
  const order = [...among].sort(
    (one, other) => scarcity(one) - scarcity(other) || score(other) - score(one) || one - other,
  );
  return order.filter((index) => {
    const option = options[index];
    const helper = option && helpers[option.helper];
    if (!option || !helper || state.obstacles(index).length > 0) return false;
    const isMinimum = (filled[option.need] ?? 0) < (needs[option.need]?.minimum ?? 0);
    const gain =
      problem.worthOfPlace +
      (isMinimum ? problem.worthOfMinimum : 0) +
      option.score -
      furtherCost(helper, state.held[option.helper]?.length ?? 0);
    if (gain < 0) return false;
    state.take(index);
    filled[option.need] = (filled[option.need] ?? 0) + 1;
    return true;
  });
};
