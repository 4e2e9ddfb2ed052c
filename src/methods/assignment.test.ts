import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AssignmentProblem, check, collide, worthOf } from "./assignment.ts";
import { inventNumbered } from "./assignment-example.ts";
import { readNumbered } from "./assignment-file.ts";
import { solveByFlow } from "./assignment-flow.ts";
import { solveGreedily } from "./assignment-greedy.ts";
import { loadHighs } from "./assignment-highs.ts";
import { makeRoom, splitRoom } from "./assignment-room.ts";
import { solveAssignment } from "./assignment-solver.ts";

const highs = await loadHighs();
const solve = (problem: AssignmentProblem, onlyProgram = false) =>
  solveAssignment(problem, { highs, timeLimitSeconds: 60, onlyProgram });

type Optimum = { readonly file: string; readonly optimum: number; readonly filled: number };
const folder = "../shared/data/assignment";
const optima: Optimum[] = existsSync(folder)
  ? JSON.parse(readFileSync(join(folder, "optima.json"), "utf8"))
  : [];

test.skipIf(optima.length === 0)("the published problems reach their proven optima, by both ways", () => {
  expect(optima.length).toBe(readdirSync(folder).filter((name) => name.endsWith(".json.gz")).length);
  for (const { file, optimum, filled } of optima) {
    const problem = readNumbered(JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString()));
    for (const onlyProgram of [false, true]) {
      const solution = solve(problem, onlyProgram);
      expect([file, solution.objective, solution.bound, solution.optimal]).toEqual([
        file,
        optimum,
        optimum,
        true,
      ]);
      expect(solution.chosen.length).toBe(filled);
      expect(check(problem, solution.chosen)).toEqual([]);
    }
  }
});

test("flow and program agree on invented towns, and beat the quick choice", () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const file = inventNumbered({ seed, volunteers: 60 + 20 * seed, shifts: 20 + 3 * seed, mode: "grid" });
    const problem = readNumbered(file);
    const room = makeRoom(problem);
    const byFlow = splitRoom(problem, room).flatMap((part) => solveByFlow(problem, room, part) ?? [-1]);
    expect(check(problem, byFlow)).toEqual([]);
    const program = solve(problem, true);
    expect(worthOf(problem, byFlow)).toBe(program.objective);
    expect(program.optimal).toBe(true);
    expect(worthOf(problem, solveGreedily(problem, room.open))).toBeLessThanOrEqual(program.objective);
  }
});

test("the same problem has the same answer", () => {
  const problem = readNumbered(inventNumbered({ seed: 5, volunteers: 120, shifts: 40, mode: "free" }));
  expect(solve(problem)).toEqual(solve(problem));
});

/** Tiny problems with everything in them: roles, minimums, rest, limits, pairs, what is kept. */
const tiny = (withRules: boolean): fc.Arbitrary<AssignmentProblem> =>
  fc
    .record({
      helpers: fc.array(
        fc.record({
          mostShifts: fc.integer({ min: 0, max: 3 }),
          mostMinutesADay: withRules ? fc.option(fc.integer({ min: 60, max: 300 })) : fc.constant(null),
          mostMinutesAWeek: withRules ? fc.option(fc.integer({ min: 60, max: 400 })) : fc.constant(null),
          further: fc
            .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 })
            .map((costs) => costs.sort((one, other) => one - other)),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      needs: fc.array(
        fc.record({
          shift: fc.integer({ min: 0, max: 2 }),
          minimum: fc.integer({ min: 0, max: 2 }),
          more: fc.integer({ min: 0, max: 1 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      times: fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 4 })), {
        minLength: 3,
        maxLength: 3,
      }),
      wanted: fc.array(
        fc.tuple(
          fc.nat({ max: 2 }),
          fc.nat({ max: 3 }),
          fc.integer({ min: -5, max: 20 }),
          fc.nat({ max: 9 }),
        ),
        { maxLength: 9 },
      ),
      pairs: withRules
        ? fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.boolean()), { maxLength: 2 })
        : fc.constant<[number, number, boolean][]>([]),
      rest: withRules ? fc.constantFrom(0, 60) : fc.constant(0),
    })
    .map(({ helpers, needs, times, wanted, pairs, rest }): AssignmentProblem => {
      const places = needs.map(({ shift, minimum, more }) => {
        const [start, hours] = times[shift] ?? [0, 1];
        const from = withRules ? start * 60 : shift * 1000;
        const to = withRules ? from + hours * 60 : from + 500;
        return {
          shift,
          from,
          to,
          day: from < 240 ? 0 : 1,
          week: 0,
          minimum,
          maximum: Math.max(1, minimum + more),
        };
      });
      const seen = new Set<string>();
      const options = wanted.flatMap(([helper, need, score, luck]) => {
        const isNew = !seen.has(`${helper}/${need}`) && helper < helpers.length && need < places.length;
        seen.add(`${helper}/${need}`);
        return isNew ? [{ helper, need, score, luck }] : [];
      });
      return {
        helpers,
        needs: places,
        options: options.map(({ helper, need, score }) => ({ helper, need, score })),
        kept: withRules ? options.flatMap(({ luck }, index) => (luck === 0 ? [index] : [])) : [],
        pairs: pairs
          .filter(([one, other]) => one < other && other < helpers.length)
          .map(([one, other, together]) => ({ one, other, together })),
        rest,
        worthOfMinimum: 1000,
        worthOfPlace: 12,
      };
    });

/** The best of all choices, one after the other. */
const bruteForce = (problem: AssignmentProblem): number => {
  const free = problem.options.map((_, index) => index).filter((index) => !problem.kept.includes(index));
  let best = Number.NEGATIVE_INFINITY;
  for (let bits = 0; bits < 1 << free.length; bits += 1) {
    const chosen = [...problem.kept, ...free.filter((_, bit) => (bits >> bit) & 1)];
    if (check(problem, chosen).length === 0) best = Math.max(best, worthOf(problem, chosen));
  }
  return best;
};

test("with limits, rest, pairs and kept places the program finds what trying everything finds", () => {
  fc.assert(
    fc.property(tiny(true), (problem) => {
      const solution = solve(problem);
      expect(check(problem, solution.chosen)).toEqual([]);
      expect(solution.optimal).toBe(true);
      expect([solution.objective, solution.bound]).toEqual([bruteForce(problem), bruteForce(problem)]);
    }),
    { numRuns: 250, seed: 7 },
  );
});

test("where a flow says everything it finds what trying everything finds", () => {
  let solved = 0;
  fc.assert(
    fc.property(tiny(false), (problem) => {
      const room = makeRoom(problem);
      const parts = splitRoom(problem, room).map((part) => solveByFlow(problem, room, part));
      if (parts.some((part) => part === undefined)) throw new Error("This is a flow.");
      const chosen = parts.flatMap((part) => part ?? []);
      expect(check(problem, chosen)).toEqual([]);
      expect(worthOf(problem, chosen)).toBe(bruteForce(problem));
      solved += chosen.length > 0 ? 1 : 0;
    }),
    { numRuns: 400, seed: 3 },
  );
  expect(solved).toBeGreaterThan(100);
});

test("the check blames every kind of fault", () => {
  const helper = { mostShifts: 1, mostMinutesADay: 100, mostMinutesAWeek: 100, further: [0] };
  const place = (shift: number, from: number, to: number) => ({
    ...{ shift, from, to, day: 0, week: 0, minimum: 1, maximum: 1 },
  });
  const problem: AssignmentProblem = {
    helpers: [helper, helper],
    needs: [place(0, 0, 90), place(1, 100, 190), place(2, 300, 330)],
    options: [
      { helper: 0, need: 0, score: 1 },
      { helper: 0, need: 1, score: 1 },
      { helper: 1, need: 0, score: 1 },
      { helper: 1, need: 2, score: 1 },
    ],
    kept: [3],
    pairs: [{ one: 0, other: 1, together: false }],
    rest: 20,
    worthOfMinimum: 1,
    worthOfPlace: 1,
  };
  const codes = (chosen: readonly number[]) => check(problem, chosen).map(({ code }) => code);
  expect(codes([3])).toEqual([]);
  expect(codes([])).toEqual(["kept"]);
  expect(codes([3, 9])).toContain("unknown");
  expect(codes([3, 0, 0])).toEqual(expect.arrayContaining(["twice", "overfull", "collision"]));
  expect(codes([3, 0, 1])).toEqual(["collision", "shifts", "day", "week"]);
  expect(codes([3, 0, 2])).toEqual(expect.arrayContaining(["overfull", "shifts", "pair"]));
  const together = { ...problem, pairs: [{ one: 0, other: 1, together: true }] };
  expect(check(together, [3, 0]).map(({ code }) => code)).toEqual(["pair"]);
});

test("a search that is stopped at once keeps the quick choice and an honest bound", () => {
  const problem = readNumbered(inventNumbered({ seed: 3, volunteers: 600, shifts: 150, mode: "free" }));
  const stopped = solveAssignment(problem, { highs, timeLimitSeconds: 60, shouldStop: () => true });
  const best = solve(problem);
  expect(check(problem, stopped.chosen)).toEqual([]);
  expect(stopped.objective).toBeGreaterThan(0);
  expect(stopped.optimal).toBe(false);
  expect(stopped.bound).toBeGreaterThanOrEqual(best.objective);
  expect(best.optimal).toBe(true);
});

test("a file of numbers says where it is wrong", () => {
  const file = inventNumbered({ seed: 1, volunteers: 5, shifts: 5, mode: "free" });
  expect(() => readNumbered({ ...file, mode: "cube" })).toThrow(/“mode”/u);
  expect(() => readNumbered({ ...file, edges: [[9, 0, 1]] })).toThrow("there is no volunteer 9");
  expect(() =>
    readNumbered({
      ...file,
      edges: [
        [0, 0, 1],
        [0, 0, 2],
      ],
    }),
  ).toThrow("same volunteer");
});

test("rest belongs to the time of a shift", () => {
  const problem = readNumbered(inventNumbered({ seed: 1, volunteers: 5, shifts: 5, mode: "free" }));
  const [first] = problem.needs;
  if (!first) throw new Error("no shift");
  const later = { ...first, from: first.to + 30, to: first.to + 90 };
  expect([collide(first, later, 30), collide(first, later, 31)]).toEqual([false, true]);
});
