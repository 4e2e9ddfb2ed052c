import { expect, test } from "vitest";
import type { BallotRule, Marks } from "./ballot.ts";
import { checkMarks } from "./ballot-marks.ts";

const options = ["1", "2", "3"].map((id) => ({ id, title: `Vorschlag ${id}` }));
const kinds = (rule: BallotRule, marks: Marks) => checkMarks(rule, options, marks).map(({ kind }) => kind);
const approval: BallotRule = { kind: "approval", paper: "approval", seats: 1, most: 2 };
const points: BallotRule = { kind: "points", paper: "points", seats: 1, points: 5, mostEach: 3 };
const ranking: BallotRule = { kind: "schulze", paper: "ranking" };
const resistance: BallotRule = { kind: "consensing", paper: "resistance", passive: "3", needed: 50 };

test("sheets that keep to the rule count, and so does an empty one", () => {
  for (const rule of [approval, points, ranking, resistance]) expect(kinds(rule, {})).toEqual([]);
  expect(kinds(approval, { "1": 1, "2": 1 })).toEqual([]);
  expect(kinds(points, { "1": 3, "2": 2 })).toEqual([]);
  expect(kinds(ranking, { "1": 1, "2": 1, "3": 3 })).toEqual([]);
  expect(kinds(resistance, { "1": 0, "2": 10 })).toEqual([]);
});

test("what the rule does not allow is named", () => {
  expect(kinds(approval, { "1": 1, "2": 1, "3": 1 })).toEqual(["tooMany"]);
  expect(kinds(approval, { "1": 2 })).toEqual(["range"]);
  expect(kinds(points, { "1": 3, "2": 3 })).toEqual(["tooMuch"]);
  expect(kinds(points, { "1": 4 })).toEqual(["range"]);
  expect(kinds(points, { "1": 1.5 })).toEqual(["notWhole"]);
  expect(kinds(points, { "1": -1 })).toEqual(["range"]);
  expect(kinds(ranking, { "1": 4 })).toEqual(["range"]);
  expect(kinds(resistance, { "1": 11 })).toEqual(["range"]);
  expect(kinds(approval, { "7": 1, toString: 1 })).toEqual(["unknown", "unknown"]);
  expect(kinds(approval, JSON.parse('{"__proto__":1}'))).toEqual(["unknown"]);
});

test("yes and no at once is neither", () => {
  const rule: BallotRule = { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 };
  const answers = ["yes", "no", "abstain"].map((id) => ({ id, title: id }));
  expect(checkMarks(rule, answers, { yes: 1 })).toEqual([]);
  expect(checkMarks(rule, answers, { yes: 1, no: 1 })).toEqual([{ kind: "several" }]);
});
