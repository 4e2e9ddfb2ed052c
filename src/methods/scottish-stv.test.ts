import fc from "fast-check";
import { expect, test } from "vitest";
import type { RankedSheet } from "./ranked-sheets.ts";
import { countStv, wholeVote } from "./scottish-stv.ts";

const options = ["a", "b", "c", "d"].map((id) => ({ id }));
const people = (sheets: readonly RankedSheet[]) => sheets.reduce((sum, { weight }) => sum + weight, 0);
const sheet = fc.record({
  weight: fc.integer({ min: 1, max: 6 }),
  groups: fc
    .shuffledSubarray([0, 1, 2, 3], { minLength: 1 })
    .map((order): number[][] => order.map((option) => [option])),
});

// The same rules once more, written as they are read aloud: sheet by sheet, in exact fractions of 100,000.
const plainStv = (sheets: readonly RankedSheet[], seats: number): string[] => {
  const papers = sheets.flatMap(({ weight, groups }) =>
    Array.from({ length: weight }, () => ({ order: groups.flat(), worth: 100_000n })),
  );
  const quota = (BigInt(Math.floor(papers.length / (seats + 1))) + 1n) * 100_000n;
  const state = new Map([0, 1, 2, 3].map((option) => [option, "hopeful"]));
  const fixed = new Map<number, bigint>();
  const history: bigint[][] = [];
  const elected: number[] = [];
  const holder = new Map(papers.map((paper) => [paper, paper.order[0]]));
  const next = (paper: (typeof papers)[number]) => {
    const from = paper.order.indexOf(holder.get(paper) ?? -1);
    holder.set(
      paper,
      paper.order.slice(from + 1).find((option) => state.get(option) === "hopeful"),
    );
  };
  const votes = () =>
    [0, 1, 2, 3].map(
      (option) =>
        fixed.get(option) ??
        papers.filter((paper) => holder.get(paper) === option).reduce((sum, { worth }) => sum + worth, 0n),
    );
  const choose = (among: number[], sign: 1n | -1n): number => {
    let left = among;
    for (const stage of history.toReversed()) {
      const values = left.map((option) => sign * (stage[option] ?? 0n));
      const [top] = values.toSorted((one, other) => (one > other ? -1 : 1));
      left = left.filter((_, index) => values[index] === top);
    }
    return sign === 1n ? Math.min(...left) : Math.max(...left);
  };
  const settle = () => {
    const now = votes();
    history.push(now);
    const reached = [0, 1, 2, 3]
      .filter((option) => state.get(option) === "hopeful" && (now[option] ?? 0n) >= quota)
      .sort((one, other) => Number((now[other] ?? 0n) - (now[one] ?? 0n)));
    for (const option of reached.slice(0, seats - elected.length)) {
      elected.push(option);
      state.set(option, (now[option] ?? 0n) > quota ? "surplus" : "elected");
    }
  };
  settle();
  for (;;) {
    const of = (what: string) => [0, 1, 2, 3].filter((option) => state.get(option) === what);
    if (elected.length === seats || of("hopeful").length === 0) break;
    if (of("hopeful").length <= seats - elected.length) {
      elected.push(...of("hopeful"));
      break;
    }
    const isSurplus = of("surplus").length > 0;
    const moved = isSurplus ? choose(of("surplus"), 1n) : choose(of("hopeful"), -1n);
    const total = votes()[moved] ?? 0n;
    const mine = papers.filter((paper) => holder.get(paper) === moved);
    state.set(moved, isSurplus ? "elected" : "out");
    fixed.set(moved, isSurplus ? quota : 0n);
    for (const paper of mine) {
      if (isSurplus) paper.worth = (paper.worth * (total - quota)) / total;
      next(paper);
    }
    settle();
  }
  return elected.map((option) => "abcd"[option] ?? "").sort();
};

test("the single transferable vote agrees with a second, plain count of thousands of small elections", () => {
  fc.assert(
    fc.property(
      fc.array(sheet, { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 1, max: 3 }),
      (sheets, seats) => {
        const tally = countStv(options, sheets, seats, people(sheets));
        expect([...tally.winners].sort()).toEqual(plainStv(sheets, seats));
        for (const { votes, exhausted } of tally.stages) {
          expect(votes.reduce((sum, one) => sum + one, 0) + exhausted).toBe(people(sheets) * wholeVote);
          expect(exhausted).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 3_000 },
  );
});
