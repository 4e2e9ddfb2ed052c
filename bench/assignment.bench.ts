// Who takes which shift? Our flow against HiGHS on the same 2,000 people and 400 shifts, to the same proven optimum;
// the same with shifts that overlap freely; and a town festival of 200 with roles, rest times, limits and pairs.
import { type AssignmentProblem, check, worthOf } from "#methods/assignment.ts";
import { tellAnswer } from "#methods/assignment-answer.ts";
import { inventNumbered } from "#methods/assignment-example.ts";
import { inventFestival } from "#methods/assignment-festival.ts";
import { readNumbered } from "#methods/assignment-file.ts";
import { solveGreedily } from "#methods/assignment-greedy.ts";
import { loadHighs } from "#methods/assignment-highs.ts";
import { toProblem } from "#methods/assignment-plan.ts";
import { makeRoom } from "#methods/assignment-room.ts";
import { type Solution, solveAssignment } from "#methods/assignment-solver.ts";
import { quantile, report, smoke } from "./stage.ts";

const rounds = smoke ? 1 : 5;
const size = smoke ? { volunteers: 200, shifts: 40 } : { volunteers: 2_000, shifts: 400 };
const highs = await loadHighs();

type Timed = { readonly solution: Solution; readonly milliseconds: number };

const once = (problem: AssignmentProblem, onlyProgram: boolean): Timed => {
  const started = performance.now();
  const solution = solveAssignment(problem, { highs, timeLimitSeconds: 300, onlyProgram });
  const milliseconds = performance.now() - started;
  const faults = check(problem, solution.chosen);
  if (faults.length > 0 || !solution.optimal)
    throw new Error(`Not solved: ${JSON.stringify(faults.slice(0, 3))}`);
  return { solution, milliseconds };
};

const repeats = smoke ? 1 : 3;

/** The quickest of a few runs, so that what else the machine does weighs less. */
const timed = (problem: AssignmentProblem, onlyProgram: boolean): Timed =>
  Array.from({ length: repeats }, () => once(problem, onlyProgram)).reduce((best, run) =>
    run.milliseconds < best.milliseconds ? run : best,
  );

const median = (figures: readonly Timed[]): number =>
  quantile(
    figures.map(({ milliseconds }) => milliseconds),
    0.5,
  );

const problems = Array.from({ length: rounds }, (_, index) =>
  readNumbered(inventNumbered({ seed: index + 1, mode: "grid", ...size })),
);
// Both have run once before anything is measured.
for (const onlyProgram of [false, true])
  timed(readNumbered(inventNumbered({ seed: 99, mode: "grid", ...size })), onlyProgram);
const flows = problems.map((problem) => timed(problem, false));
const programs = problems.map((problem) => timed(problem, true));
const same = flows.filter(
  ({ solution }, index) => solution.objective === programs[index]?.solution.objective,
).length;
report(
  "our flow, one shift per person and slot",
  "HiGHS on the same problem",
  median(flows) / median(programs),
  `${median(flows).toFixed(0)} ms and ${median(programs).toFixed(0)} ms, ${size.volunteers} people, ${size.shifts} shifts, ${problems[0]?.options.length} options; the same proven optimum ${same} of ${rounds} times`,
);

const free = Array.from({ length: smoke ? 1 : 3 }, (_, index) =>
  readNumbered(inventNumbered({ seed: index + 1, mode: "free", ...size })),
);
const solved = free.map((problem) => timed(problem, false));
const quick = free.map((problem) => worthOf(problem, solveGreedily(problem, makeRoom(problem).open)));
report(
  "value of the plan, shifts that overlap freely",
  "a quick choice, scarce shifts first",
  (solved[0]?.solution.objective ?? 0) / (quick[0] ?? 1),
  `${median(solved).toFixed(0)} ms to the proven optimum, ${free[0]?.options.length} options`,
);

// The first plan pays for making the solver ready, whoever asks for it.
const coldly = performance.now();
once(toProblem(inventFestival({ seed: 99, helpers: smoke ? 40 : 200 })).problem, false);
const cold = performance.now() - coldly;
const festivals = Array.from({ length: rounds }, (_, index) => {
  const plan = inventFestival({ seed: index + 1, helpers: smoke ? 40 : 200 });
  const [started, used] = [performance.now(), process.cpuUsage()];
  const planned = toProblem(plan);
  const { solution } = once(planned.problem, false);
  const answer = tellAnswer(plan, planned, solution);
  const { user, system } = process.cpuUsage(used);
  return { solution, answer, milliseconds: performance.now() - started, processor: (user + system) / 1000 };
});
const [first] = festivals;
const slowest = Math.max(...festivals.map(({ milliseconds }) => milliseconds));
const busiest = Math.max(...festivals.map(({ processor }) => processor));
report(
  "a town festival, 3 days, slowest of all",
  "two seconds",
  slowest / 2_000,
  `${median(festivals).toFixed(0)} ms median, ${slowest.toFixed(0)} ms at most, ${busiest.toFixed(0)} ms of processor at most, ${cold.toFixed(0)} ms for one more before them, proven; first: ${first?.answer.figures.minimumFilled} of ${first?.answer.figures.minimumNeeded} needed places, ${first?.answer.figures.wishesMet} of ${first?.answer.figures.wishesPossible} wishes`,
);
