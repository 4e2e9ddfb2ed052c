// What does it cost to share out a fund exactly? Our count against the textbook's fractions on the same generated
// election of 10,000 sheets and 100 projects, with growing shares, to the same winners in the same order; and against
// counting once by votes, which nobody waits for.
import { strict as assert } from "node:assert";
import type { BallotOption, Marks, SharesRule } from "#methods/ballot.ts";
import { countGreedy, countShares } from "#methods/equal-shares.ts";
import { plainAdd1, plainProjects } from "#test/equal-shares-plain.ts";
import { quantile, report, smoke } from "./stage.ts";

const people = smoke ? 400 : 10_000;
const many = smoke ? 20 : 100;
const times = smoke ? 1 : 7;

/** Numbers that look like chance and are the same in every run. */
let state = 20_261_123;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

/** Costs from hundreds to tens of thousands of euros, and some projects many times as popular as others. */
const options = Array.from({ length: many }, (_, index): BallotOption => {
  const cost = Math.round(500 * 60 ** random()) * 100;
  return { id: `p${index}`, title: `Vorhaben ${index}`, cost };
});
const pull = options.map(() => random() ** 3 + 0.02);
const all = pull.reduce((sum, one) => sum + one, 0);
const pick = (): string => {
  let left = random() * all;
  const place = pull.findIndex((one) => {
    left -= one;
    return left < 0;
  });
  return `p${Math.max(0, place)}`;
};
const sheets = Array.from({ length: people }, (): Marks => {
  const ids = Array.from({ length: 1 + Math.floor(random() * 9) }, pick);
  return Object.fromEntries(ids.map((id) => [id, 1]));
});

const total = options.reduce((sum, { cost = 0 }) => sum + cost, 0);
const budget = Math.round(total / 400) * 100;
const share = Math.floor(budget / people);
const rule: SharesRule = {
  kind: "equalShares",
  paper: "approval",
  budget,
  utility: "cost",
  leastVotes: 0,
  completion: "add1",
  step: Math.max(1, Math.round(share / 20)),
  thenByVotes: false,
  comparison: false,
  most: 0,
};

const timed = <T>(work: () => T): { readonly value: T; readonly milliseconds: number } => {
  const started = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - started };
};

const runs = Array.from({ length: times + 1 }, () => timed(() => countShares(options, sheets, rule))).slice(
  1,
);
const tally = runs[0]?.value;
if (!tally) throw new Error("nothing was counted");
const ours = quantile(
  runs.map(({ milliseconds }) => milliseconds),
  0.5,
);
const plain = timed(() => plainAdd1(plainProjects(options, sheets, "cost"), people, rule));
assert.deepEqual(tally.winners, plain.value, "the same winners in the same order");
assert.ok(tally.winners.length > 5 && tally.steps > 0, "something was funded, and shares grew");
assert.ok(smoke || plain.milliseconds / ours >= 50, "at least fifty times as fast");
report(
  `Equal Shares in plain fractions, ${people} sheets × ${many} projects, growing shares`,
  "our exact count",
  plain.milliseconds / ours,
  `${(plain.milliseconds / 1_000).toFixed(1)} s and ${ours.toFixed(0)} ms; ${tally.winners.length} funded after ${tally.steps} steps, the same in the same order`,
);

const listed = timed(() =>
  countGreedy(options, sheets, { kind: "greedy", paper: "approval", budget, leastVotes: 0, most: 0 }),
);
report(
  "the same, with reasons for every project",
  "a list by votes",
  ours / listed.milliseconds,
  `${ours.toFixed(0)} and ${listed.milliseconds.toFixed(0)} ms, reading the sheets included; slowest of ${times} ${Math.max(...runs.map(({ milliseconds }) => milliseconds)).toFixed(0)} ms`,
);
