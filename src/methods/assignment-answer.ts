import { filledMinimum } from "./assignment.ts";
import { type Plan, type PlannedProblem, toProblem, wishesPossible, worth } from "./assignment-plan.ts";
import { explainUnfilled, type Unfilled } from "./assignment-reasons.ts";
import { type Solution, type SolveOptions, solveAssignment, stoppedSolution } from "./assignment-solver.ts";

/** What came out for a plan, in the names of the plan. */
export type PlanAnswer = {
  readonly assignments: readonly (readonly [helper: string, need: string])[];
  readonly objective: number;
  readonly bound: number;
  readonly optimal: boolean;
  /** How many places of the helpers are filled. */
  readonly filled: number;
  readonly unfilled: readonly Unfilled[];
  readonly figures: PlanFigures;
};

export type PlanFigures = {
  readonly minimumFilled: number;
  readonly minimumNeeded: number;
  /** Of the shifts people wished for and could have at most, how many they got. */
  readonly wishesMet: number;
  readonly wishesPossible: number;
  /** The smallest share somebody got of their wishes, from 0 to 1; null when nobody wished for anything. */
  readonly smallestShare: number | null;
  /** Who wished for something and got nothing. */
  readonly withoutAny: number;
};

/** The best plan for a plan's wishes and limits, with figures and reasons. */
export const answerPlan = (plan: Plan, options: SolveOptions): PlanAnswer => {
  const planned = toProblem(plan);
  return tellAnswer(plan, planned, solveAssignment(planned.problem, options));
};

/** What stands for an answer when the search was ended before it gave one: the best it had told of, and a loose bound. */
export const stoppedAnswer = (plan: Plan, chosen: readonly number[]): PlanAnswer => {
  const planned = toProblem(plan);
  return tellAnswer(plan, planned, stoppedSolution(planned.problem, chosen));
};

/** A choice of options in the names of its plan. */
export const tellAnswer = (
  plan: Plan,
  planned: PlannedProblem,
  { chosen, objective, bound, optimal }: Solution,
): PlanAnswer => {
  const assignments = chosen.map((index) => namesOf(plan, planned, index));
  return {
    ...{ assignments, objective, bound, optimal },
    filled: chosen.length,
    unfilled: explainUnfilled(plan, planned, chosen),
    figures: figuresOf(plan, assignments, filledMinimum(planned.problem, chosen)),
  };
};

/** How many more places of minimum needs the best plan could fill at most. */
export const placesToGain = ({ bound, objective }: PlanAnswer): number =>
  Math.floor((bound - objective) / worth.minimum);

export type Share = { readonly helper: string; readonly met: number; readonly most: number };

/** What each helper got of the shifts they wished for and could have at most. */
export const sharesOf = (plan: Plan, assignments: PlanAnswer["assignments"]): Share[] => {
  const gladly = new Set(
    plan.wishes.flatMap(({ helper, need, preference }) => (preference >= 2 ? [`${helper} ${need}`] : [])),
  );
  const got = new Map<string, number>();
  for (const [helper, need] of assignments)
    if (gladly.has(`${helper} ${need}`)) got.set(helper, (got.get(helper) ?? 0) + 1);
  return [...wishesPossible(plan, toProblem(plan).barred)].flatMap(([helper, most]) =>
    most > 0 ? [{ helper, most, met: Math.min(most, got.get(helper) ?? 0) }] : [],
  );
};

const namesOf = (plan: Plan, { problem }: PlannedProblem, index: number): readonly [string, string] => {
  const option = problem.options[index];
  return [plan.helpers[option?.helper ?? -1]?.id ?? "", plan.needs[option?.need ?? -1]?.id ?? ""];
};

const figuresOf = (
  plan: Plan,
  assignments: readonly (readonly [string, string])[],
  filledByHelpers: number,
): PlanFigures => {
  const shares = sharesOf(plan, assignments);
  const lowest = Math.min(...shares.map(({ most, met }) => met / most));
  return {
    minimumFilled:
      filledByHelpers + plan.needs.reduce((sum, need) => sum + Math.min(need.minimum, need.held), 0),
    minimumNeeded: plan.needs.reduce((sum, { minimum }) => sum + minimum, 0),
    wishesMet: shares.reduce((sum, { met }) => sum + met, 0),
    wishesPossible: shares.reduce((sum, { most }) => sum + most, 0),
    smallestShare: shares.length > 0 ? lowest : null,
    withoutAny: shares.filter(({ met }) => met === 0).length,
  };
};
