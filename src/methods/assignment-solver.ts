import type { Highs } from "highs";
import { type AssignmentProblem, worthOf } from "./assignment.ts";
import { solveByFlow } from "./assignment-flow.ts";
import { solveGreedily } from "./assignment-greedy.ts";
import { buildModel } from "./assignment-model.ts";
import { solveProgram } from "./assignment-program.ts";
import { makeRoom, type Part, type Room, splitRoom } from "./assignment-room.ts";

/** The best choice found, what it is worth, and a value that nobody can exceed. */
export type Solution = {
  readonly chosen: readonly number[];
  readonly objective: number;
  readonly bound: number;
  readonly optimal: boolean;
};

export type Progress = { readonly percent: number; readonly chosen: readonly number[] };

export type SolveOptions = {
  /** From `loadHighs()`: the solver for what a flow cannot say. */
  readonly highs: Highs;
  readonly timeLimitSeconds: number;
  /** Asked again and again; true ends the search with what was found. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Leaves the flow out, to compare. */
  readonly onlyProgram?: boolean;
};

/** For one part; the bound says nothing more once it is proven. */
type Answer = { readonly chosen: readonly number[]; readonly bound: number; readonly proven: boolean };

/**
 * Who takes which place, to proven optimality unless the time ends first: what is kept stays, and each part that no
 * other touches is decided by itself, by a flow where that says everything, else by an integer program.
 * The same problem has the same answer as long as the time suffices.
 */
export const solveAssignment = (problem: AssignmentProblem, options: SolveOptions): Solution => {
  const deadline = performance.now() + options.timeLimitSeconds * 1000;
  const room = makeRoom(problem);
  const whole = options.onlyProgram
    ? undefined
    : byFlow(problem, room, { options: room.open, bonds: room.bonds });
  if (whole) return settle(problem, [whole], 1);
  const step = stepOf(problem);
  const parts = splitRoom(problem, room);
  const answers = parts.map((part) => {
    const flow = options.onlyProgram ? undefined : byFlow(problem, room, part);
    return flow ?? quickAnswer(problem, room, part);
  });
  const gather = (): number[] => [...problem.kept, ...answers.flatMap(({ chosen }) => [...chosen])];
  const tell = seldom(options.onProgress);
  const total = room.open.length;
  tell(0, gather);
  let decided = 0;
  for (const [index, part] of parts.entries()) {
    const secondsLeft = (deadline - performance.now()) / 1000;
    const quick = answers[index];
    const share = part.options.length / total;
    if (quick && !quick.proven) {
      if (secondsLeft <= 0 || options.shouldStop?.()) break;
      const report = (within: number, chosen: readonly number[]): void => {
        answers[index] = { ...quick, chosen };
        tell(decided + share * within, gather);
      };
      const limits = { ...options, timeLimitSeconds: secondsLeft, step };
      answers[index] = byProgram({ problem, room, part, quick }, limits, report);
    }
    decided += share;
    tell(decided, gather);
  }
  return settle(problem, answers, step);
};

/** A choice that a search had told of before it was ended, or the quick one when it is better. */
export const stoppedSolution = (problem: AssignmentProblem, chosen: readonly number[]): Solution => {
  const room = makeRoom(problem);
  const part = { options: room.open, bonds: room.bonds };
  const quick = quickAnswer(problem, room, part);
  const kept = new Set(problem.kept);
  const told = chosen.filter((index) => !kept.has(index));
  const isBetter = worthIn(problem, told) > worthIn(problem, quick.chosen);
  return settle(problem, [isBetter ? { ...quick, chosen: told } : quick], stepOf(problem));
};

const byFlow = (problem: AssignmentProblem, room: Room, part: Part): Answer | undefined => {
  const chosen = solveByFlow(problem, room, part);
  return chosen && { chosen, bound: 0, proven: true };
};

const commonFactor = (one: number, other: number): number =>
  other === 0 ? one : commonFactor(other, one % other);

/** The largest number of which every possible value is a multiple. */
const stepOf = ({ worthOfMinimum, worthOfPlace, options, helpers }: AssignmentProblem): number => {
  const costs = new Set(helpers.flatMap(({ further }) => [...further]));
  const scores = new Set(options.map(({ score }) => Math.abs(score)));
  return Math.max(1, [worthOfMinimum, worthOfPlace, ...scores, ...costs].reduce(commonFactor, 0));
};

/** Until a part is decided, a quick choice stands in for it. */
const quickAnswer = (problem: AssignmentProblem, room: Room, part: Part): Answer => ({
  chosen: solveGreedily(problem, part.options),
  bound: looseBound(problem, room, part),
  proven: false,
});

const pause = 250;

/** Passes on how far it is, but not more often than somebody could look. */
const seldom = (onProgress: SolveOptions["onProgress"]) => {
  let last = Number.NEGATIVE_INFINITY;
  return (share: number, gather: () => number[]): void => {
    if (!onProgress || performance.now() - last < pause) return;
    last = performance.now();
    onProgress({ percent: Math.min(99, Math.floor(100 * share)), chosen: gather() });
  };
};

const settle = (problem: AssignmentProblem, answers: readonly Answer[], step: number): Solution => {
  const added = answers.flatMap(({ chosen }) => [...chosen]);
  const chosen = [...problem.kept, ...added].sort((one, other) => one - other);
  const objective = worthOf(problem, chosen);
  const gaps = answers.map(({ proven, bound, chosen: own }) =>
    proven ? 0 : Math.max(0, bound - worthIn(problem, own)),
  );
  const gap = step * Math.floor(gaps.reduce((sum, one) => sum + one, 0) / step + 1e-6);
  return {
    chosen,
    objective,
    bound: objective + gap,
    optimal: answers.every(({ proven }) => proven) || gap === 0,
  };
};

/** What a choice within one part adds to what is kept. */
const worthIn = (problem: AssignmentProblem, chosen: readonly number[]): number =>
  worthOf(problem, [...problem.kept, ...chosen]) - worthOf(problem, problem.kept);

/** A bound that needs no solver: every need takes its best options, and nobody counts twice. */
const looseBound = (problem: AssignmentProblem, room: Room, part: Part): number => {
  const byNeed = Map.groupBy(part.options, (index) => problem.options[index]?.need ?? -1);
  let bound = 0;
  for (const [need, own] of byNeed) {
    const scores = own.map((index) => problem.options[index]?.score ?? 0).sort((one, other) => other - one);
    const places = scores.slice(0, room.maximumLeft[need] ?? 0);
    for (const [place, score] of places.entries()) {
      const minimum = place < (room.minimumLeft[need] ?? 0) ? problem.worthOfMinimum : 0;
      bound += Math.max(0, problem.worthOfPlace + minimum + score);
    }
  }
  return bound;
};

type Question = {
  readonly problem: AssignmentProblem;
  readonly room: Room;
  readonly part: Part;
  readonly quick: Answer;
};

type Report = (within: number, chosen: readonly number[]) => void;

const byProgram = (
  question: Question,
  limits: SolveOptions & { readonly step: number },
  report: Report,
): Answer => {
  const { problem, room, part, quick } = question;
  const found = solveProgram(buildModel(problem, room, part), limits, report);
  const best = [quick.chosen, ...(found.chosen ? [found.chosen] : [])]
    .map((chosen) => ({ chosen, worth: worthIn(problem, chosen) }))
    .reduce((one, other) => (other.worth > one.worth ? other : one));
  const bound = Math.min(quick.bound, found.bound);
  return { chosen: best.chosen, bound, proven: found.proven || bound < best.worth + limits.step - 1e-6 };
};
