import { expect, test } from "vitest";
import type { MajorityRule, Marks } from "./ballot.ts";
import { countMajority, countVotes } from "./plain-votes.ts";

const sheets = (yes: number, no: number, abstain = 0, blank = 0): Marks[] => [
  ...Array.from({ length: yes }, () => ({ yes: 1 })),
  ...Array.from({ length: no }, () => ({ no: 1 })),
  ...Array.from({ length: abstain }, () => ({ abstain: 1 })),
  ...Array.from({ length: blank }, () => ({})),
];
const simple: MajorityRule = { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 };
const twoThirds: MajorityRule = { ...simple, passes: { parts: 2, of: 3 } };

test("more yes than no passes, a tie does not, and abstentions count for neither", () => {
  expect(countMajority(sheets(6, 5, 20, 3), simple)).toMatchObject({ passed: true, needed: 6, blank: 3 });
  expect(countMajority(sheets(5, 5), simple)).toMatchObject({ passed: false, winners: ["no"] });
  expect(countMajority(sheets(0, 0, 9), simple)).toMatchObject({ passed: false });
});

test("two thirds are two thirds exactly", () => {
  expect(countMajority(sheets(6, 3), twoThirds)).toMatchObject({ passed: true, needed: 6 });
  expect(countMajority(sheets(7, 4), twoThirds)).toMatchObject({ passed: false, needed: 8 });
});

test("without its quorum nothing passes", () => {
  expect(countMajority(sheets(9, 0), { ...simple, quorum: 10 })).toMatchObject({
    passed: false,
    quorumReached: false,
  });
  expect(countMajority(sheets(9, 0, 1), { ...simple, quorum: 10 }).passed).toBe(true);
});

const options = ["3", "1", "2"].map((id) => ({ id, title: id }));

test("the most approvals win, and the list numbers decide about the last seat", () => {
  const tally = countVotes(options, [{ "1": 1, "2": 1 }, { "2": 1, "3": 1 }, { "2": 1 }], {
    kind: "approval",
    paper: "approval",
    seats: 2,
    most: 0,
  });
  expect(tally.winners).toEqual(["2", "3"]);
  expect(tally.ties).toEqual([{ round: 1, among: ["3", "1"], taken: "3", by: "order" }]);
});

test("points are summed, and what nobody chose wins nothing", () => {
  const rule = { kind: "points", paper: "points", seats: 3, points: 5, mostEach: 5 } as const;
  const tally = countVotes(options, [{ "1": 4, "3": 1 }, { "1": 1 }], rule);
  expect(tally).toMatchObject({ winners: ["1", "3"], ties: [], people: 2 });
  expect(tally.rows.map(({ votes }) => votes)).toEqual([5, 1, 0]);
  expect(countVotes(options, [{}, {}], rule)).toMatchObject({ winners: [], blank: 2, ties: [] });
});
