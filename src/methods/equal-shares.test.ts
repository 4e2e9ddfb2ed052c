import fc from "fast-check";
import { expect, test } from "vitest";
import { plainAdd1, plainProjects, plainShares } from "#test/equal-shares-plain.ts";
import type { BallotOption, Marks, SharesRule } from "./ballot.ts";
import { countGreedy, countShares, purseOf } from "./equal-shares.ts";
import { complete } from "./equal-shares-completion.ts";
import { electorateOf } from "./equal-shares-electorate.ts";
import { countRounds } from "./equal-shares-rounds.ts";

const usual: SharesRule = {
  kind: "equalShares",
  paper: "approval",
  budget: 10_000,
  utility: "cost",
  leastVotes: 1,
  completion: "add1",
  step: 100,
  thenByVotes: true,
  comparison: false,
  most: 0,
};

const option = (id: string, cost: number): BallotOption => ({ id, title: id, cost });
const approve = (...ids: string[]): Marks => Object.fromEntries(ids.map((id) => [id, 1]));
const times = (count: number, marks: Marks): Marks[] => Array.from({ length: count }, () => marks);

/** Small elections in which much is tied: few different costs, many equal sheets. */
const elections = fc.record({
  costs: fc.array(fc.oneof(fc.constantFrom(1, 2, 3, 60, 100, 120), fc.integer({ min: 1, max: 400 })), {
    minLength: 1,
    maxLength: 7,
  }),
  sheets: fc.array(fc.array(fc.tuple(fc.nat({ max: 6 }), fc.integer({ min: 1, max: 5 })), { maxLength: 5 }), {
    minLength: 1,
    maxLength: 12,
  }),
  budget: fc.oneof(fc.constantFrom(1, 12, 60, 120, 240, 600), fc.integer({ min: 1, max: 900 })),
  step: fc.integer({ min: 1, max: 7 }),
  utility: fc.constantFrom("cost" as const, "cardinality" as const, "given" as const),
});

const built = (costs: readonly number[], sheets: readonly (readonly (readonly [number, number])[])[]) => ({
  options: costs.map((cost, index) => option(`p${index}`, cost)),
  sheets: sheets.map(
    (sheet): Marks =>
      Object.fromEntries(
        sheet.flatMap(([index, points]) => (index < costs.length ? [[`p${index}`, points]] : [])),
      ),
  ),
});

test("counts as the textbook does, whatever is tied", () => {
  fc.assert(
    fc.property(elections, ({ costs, sheets, budget, utility }) => {
      const { options, sheets: marks } = built(costs, sheets);
      const electorate = electorateOf(options, marks, { paper: "points", utility, most: 0 });
      const share = { of: BigInt(budget), by: BigInt(marks.length) };
      const found = countRounds(
        electorate,
        share,
        options.map((_, index) => index),
        "approvers",
      );
      expect(found.funded.map((index) => options[index]?.id)).toEqual(
        plainShares(plainProjects(options, marks, utility), marks.length, share),
      );
    }),
    { numRuns: 400 },
  );
});

test("raises shares as the textbook does, until the budget is overspent", () => {
  fc.assert(
    fc.property(elections, ({ costs, sheets, budget, step, utility }) => {
      const { options, sheets: marks } = built(costs, sheets);
      fc.pre(costs.reduce((sum, cost) => sum + cost, 0) > budget);
      const { outcome } = complete(electorateOf(options, marks, { paper: "points", utility, most: 0 }), {
        budget,
        leastVotes: 0,
        completion: "add1",
        step,
        tieBreak: "approvers",
        wholeShares: 1,
      });
      expect(outcome.funded.map((index) => options[index]?.id)).toEqual(
        plainAdd1(plainProjects(options, marks, utility), marks.length, { budget, step }),
      );
    }),
    { numRuns: 200 },
  );
});

test("counts larger elections as the textbook does, after many rounds", () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom("cost" as const, "given" as const), (seed, utility) => {
      let state = seed >>> 0;
      const random = (below: number): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      const options = Array.from({ length: 25 }, (_, index) => option(`p${index}`, 50 + random(400)));
      const sheets = Array.from({ length: 120 }, () =>
        Object.fromEntries(Array.from({ length: 1 + random(6) }, () => [`p${random(25)}`, 1 + random(9)])),
      );
      const electorate = electorateOf(options, sheets, { paper: "points", utility, most: 0 });
      const share = { of: 4_000n, by: 120n };
      const found = countRounds(
        electorate,
        share,
        options.map((_, index) => index),
        "approvers",
      );
      const plain = plainShares(plainProjects(options, sheets, utility), sheets.length, share);
      expect(plain.length).toBeGreaterThan(3);
      expect(found.funded.map((index) => options[index]?.id)).toEqual(plain);
    }),
    { numRuns: 12 },
  );
});

test("everything tied goes by approvals, then cost, then the order of the list, and each tie is told", () => {
  const options = [option("b", 50), option("a", 50), option("c", 50)];
  const tally = countShares(options, times(3, approve("a", "b", "c")), {
    ...usual,
    budget: 100,
    completion: "none",
    thenByVotes: false,
  });
  expect(tally.winners).toEqual(["b", "a"]);
  expect(tally.ties).toEqual([
    { round: 1, among: ["b", "a", "c"], taken: "b", by: "order" },
    { round: 2, among: ["a", "c"], taken: "a", by: "order" },
  ]);
  expect(tally.unfunded).toEqual([
    { id: "c", cost: 50, supporters: 3, why: { kind: "missing", together: 0, missing: 50 } },
  ]);
});

test("sheets without a mark have their share too, which nobody spends", () => {
  const tally = countShares([option("a", 60)], [approve("a"), {}], {
    ...usual,
    budget: 100,
    completion: "none",
    thenByVotes: false,
  });
  expect(tally).toMatchObject({ people: 2, blank: 1, share: 50, winners: [], left: 100 });
  expect(tally.unfunded[0]?.why).toEqual({ kind: "missing", together: 50, missing: 10 });
});

test("nobody voted: nothing is funded by shares, and the count ends", () => {
  const tally = countShares([option("a", 60), option("b", 60)], [], { ...usual, budget: 100 });
  expect(tally).toMatchObject({ people: 0, winners: [], spent: 0, share: 0 });
  expect(tally.unfunded.map(({ why }) => why.kind)).toEqual(["nobody", "nobody"]);
});

test("where all fits together, all is funded, unless money that is left shall stay", () => {
  const options = [option("a", 60), option("b", 30)];
  const sheets = [approve("a"), approve("b"), approve("b")];
  const all = countShares(options, sheets, { ...usual, budget: 100, thenByVotes: false });
  expect(all.funded.map(({ id, how }) => [id, how])).toEqual([
    ["b", "shares"],
    ["a", "allFit"],
  ]);
  const stays = countShares(options, sheets, {
    ...usual,
    budget: 100,
    completion: "none",
    thenByVotes: false,
  });
  expect(stays.winners).toEqual(["b"]);
});

test("says why a project is not funded this time", () => {
  const options = [
    option("dear", 20_000),
    option("unloved", 100),
    option("few", 500),
    option("close", 6_000),
    option("wide", 4_000),
    option("far", 9_900),
  ];
  const sheets = [
    ...times(60, approve("wide")),
    ...times(30, approve("close")),
    ...times(4, approve("far")),
    ...times(2, approve("few", "dear")),
    ...times(4, approve("dear")),
  ];
  const tally = countShares(options, sheets, { ...usual, leastVotes: 3, step: 1, thenByVotes: false });
  expect(tally.winners).toEqual(["wide", "close"]);
  const why = Object.fromEntries(tally.unfunded.map((project) => [project.id, project.why]));
  expect(why["dear"]).toEqual({ kind: "aboveBudget" });
  expect(why["unloved"]).toEqual({ kind: "nobody" });
  expect(why["few"]).toEqual({ kind: "tooFewVotes", needed: 3 });
  // Everybody has 2,475 cents in the end, one below what the four would need for 9,900.
  expect(tally.share).toBe(2_474);
  expect(why["far"]).toEqual({ kind: "onlyLeft", step: 1, left: 0 });
});

test("what was missing is what its supporters had left, less than the cost", () => {
  const options = [option("a", 6_000), option("b", 5_000)];
  const sheets = [...times(6, approve("a", "b")), ...times(4, approve("a")), ...times(2, {})];
  const tally = countShares(options, sheets, {
    ...usual,
    budget: 8_400,
    completion: "none",
    thenByVotes: false,
  });
  expect(tally.winners).toEqual(["a"]);
  expect(tally.share).toBe(700);
  // Six of the ten who paid 600 each want the other too: 100 each are left.
  expect(tally.unfunded[0]?.why).toEqual({ kind: "missing", together: 600, missing: 4_400 });
  expect(tally.funded[0]).toMatchObject({
    round: 1,
    supporters: 10,
    most: 600,
    inFull: 10,
    payments: [{ upTo: 600, people: 10 }],
  });
});

test("the purse of a sheet adds up, and pays what its project cost it", () => {
  const options = [option("a", 6_000), option("b", 2_400), option("c", 1_000)];
  const sheets = [
    ...times(6, approve("a", "b")),
    ...times(4, approve("a")),
    ...times(2, {}),
    approve("c"),
    approve("c"),
  ];
  const rule = { ...usual, budget: 9_800, completion: "none", thenByVotes: false } as const;
  const tally = countShares(options, sheets, rule);
  expect(tally.winners).toEqual(["a", "c"]);
  expect(purseOf(options, rule, tally, approve("a", "b"))).toEqual({
    share: 700,
    paid: [{ id: "a", amount: 600 }],
    left: 100,
  });
  expect(purseOf(options, rule, tally, {})).toEqual({ share: 700, paid: [], left: 700 });
});

test("all purses together pay for what was funded by shares", () => {
  fc.assert(
    fc.property(elections, ({ costs, sheets, budget, utility }) => {
      const { options, sheets: marks } = built(
        costs.map((cost) => cost * 1_000_000),
        sheets,
      );
      const rule: SharesRule = {
        ...usual,
        paper: "points",
        utility,
        budget: budget * 1_000_000,
        step: 10_000_000,
        thenByVotes: false,
      };
      const tally = countShares(options, marks, rule);
      for (const project of tally.funded.filter(({ how }) => how === "shares")) {
        const paid = marks
          .flatMap((sheet) => purseOf(options, rule, tally, sheet).paid)
          .filter(({ id }) => id === project.id)
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(Math.abs(paid - project.cost)).toBeLessThanOrEqual(marks.length);
        const people = project.payments.reduce((sum, one) => sum + one.people, 0);
        expect(people).toBeLessThanOrEqual(project.supporters);
      }
      expect(tally.spent).toBeLessThanOrEqual(tally.budget);
    }),
    { numRuns: 200 },
  );
});

test("the list by votes stands only where strictly more sheets get more from it, and none at all counts as none", () => {
  // Two villages: the larger takes all of a list by votes.
  const options = [option("hall", 900), option("path", 500), option("bench", 400)];
  const sheets = [...times(6, approve("hall")), ...times(4, approve("path", "bench"))];
  const rule = { ...usual, budget: 1_000, step: 1, comparison: true } as const;
  const tally = countShares(options, sheets, rule);
  expect(tally.greedy).toEqual({ winners: ["hall"], cost: 900, better: 6, worse: 4, same: 0 });
  expect(tally.taken).toBe("greedy");
  expect(tally.winners).toEqual(["hall"]);
  expect(tally.unfunded.map(({ why }) => why)).toEqual([
    { kind: "noRoom", left: 100 },
    { kind: "noRoom", left: 100 },
  ]);
  const without = countShares(options, sheets, { ...rule, comparison: false });
  expect(without.taken).toBe("shares");
  expect([...without.winners].sort()).toEqual(["bench", "path"]);
  const even = countShares(
    options,
    [...times(5, approve("hall")), ...times(5, approve("path", "bench"))],
    rule,
  );
  expect(even.taken).toBe("shares");
});

test("rankings are worth what stands behind, and equal places are worth the same", () => {
  const options = [option("a", 50), option("b", 50), option("c", 50)];
  const rule = { ...usual, paper: "ranking", utility: "given", budget: 50, completion: "none" } as const;
  const tally = countShares(options, [{ b: 1, a: 2, c: 3 }, { b: 1, c: 1, a: 2 }, { b: 1 }], rule);
  // The last of a ranking has nothing of it: a single name is worth nothing.
  expect(tally.greedy.winners).toEqual(["b"]);
  expect(tally.winners).toEqual(["b"]);
});

test("down the list, what does not fit is skipped", () => {
  const options = [option("a", 80), option("b", 50), option("c", 20)];
  const tally = countGreedy(
    options,
    [approve("a", "b", "c"), approve("a", "b"), approve("a", "b"), approve("a")],
    { kind: "greedy", paper: "approval", budget: 100, leastVotes: 0, most: 0 },
  );
  expect(tally).toMatchObject({ winners: ["a", "c"], spent: 100, left: 0 });
  expect(tally.unfunded).toEqual([{ id: "b", cost: 50, supporters: 3, why: { kind: "noRoom", left: 20 } }]);
});

test("amounts up to the largest whole number are counted exactly, others are refused", () => {
  const most = Number.MAX_SAFE_INTEGER;
  const rule = { ...usual, budget: most, completion: "none", thenByVotes: false } as const;
  const tally = countShares(
    [option("a", most), option("b", most - 1)],
    [approve("a", "b"), approve("b")],
    rule,
  );
  expect(tally.winners).toEqual(["b"]);
  for (const cost of [0, -1, 0.5, 1e18, Number.NaN])
    expect(() => countShares([option("a", cost)], [approve("a")], rule)).toThrow(RangeError);
});

test("a share that has to grow a millionfold is found without trying every step", () => {
  const tally = countShares([option("a", 9e14), option("b", 9e14)], [approve("a"), approve("b"), {}, {}], {
    ...usual,
    budget: 1e15,
    step: 1,
    thenByVotes: false,
  });
  // One step more, and both could be paid at once.
  expect(tally.winners).toEqual([]);
  expect(tally.share).toBe(9e14 - 1);
  expect(tally.unfunded.map(({ why }) => why.kind)).toEqual(["missing", "missing"]);
});
