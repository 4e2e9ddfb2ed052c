import { expect, test } from "vitest";
import type { BallotFile } from "./ballot.ts";
import { readBallotFile, writeBallotFile } from "./ballot-file.ts";
import { sealOf } from "./ballot-seal.ts";

const file: BallotFile = {
  version: 1,
  id: "0190",
  title: "Bürgerfonds „2026“",
  rule: {
    kind: "equalShares",
    paper: "approval",
    budget: 100_000,
    utility: "cost",
    leastVotes: 0,
    completion: "add1",
    step: 100,
    thenByVotes: true,
    comparison: false,
    most: 0,
  },
  options: [
    { id: "10", title: "Bänke", cost: 40_000 },
    { id: "2", title: "Bühne; „groß“", cost: 70_000 },
  ],
  sheets: [
    { receipt: "AAAA-AAAA-AAAA", marks: { "10": 1 } },
    { receipt: "BBBB-BBBB-BBBB", marks: {} },
    { receipt: "CCCC-CCCC-CCCC", marks: { "10": 1, "2": 1 } },
  ],
  entitled: 20,
  invalid: 1,
};
const sealed = { file, seal: sealOf(file) };
const text = writeBallotFile(sealed);

test("what was written is read back whole, also when there is no sheet", () => {
  expect(readBallotFile(text)).toEqual({ ok: true, value: sealed });
  const empty = { ...file, sheets: [] };
  const again = readBallotFile(writeBallotFile({ file: empty, seal: sealOf(empty) }));
  expect(again).toMatchObject({ ok: true, value: { file: empty } });
});

const problem = (change: (value: Record<string, unknown>) => void) => {
  const value = JSON.parse(text);
  change(value);
  const read = readBallotFile(JSON.stringify(value));
  return read.ok ? undefined : `${read.problem.because} ${read.problem.at}`;
};

test("what cannot be counted is refused, and where", () => {
  const sheet = (marks: unknown, receipt: unknown = "DDDD-DDDD-DDDD") => ({ receipt, marks });
  expect(readBallotFile("{")).toMatchObject({ ok: false, problem: { because: "notJson" } });
  expect(readBallotFile("[]")).toMatchObject({ ok: false, problem: { because: "notJson" } });
  expect(problem((value) => Object.assign(value, { version: 2 }))).toMatch(/^shape/u);
  expect(problem((value) => Object.assign(value, { rule: { kind: "__proto__" } }))).toBe("rule rule");
  expect(problem((value) => Object.assign(value, { sheets: [sheet({ "7": 1 })] }))).toBe("marks sheets[0]");
  expect(problem((value) => Object.assign(value, { sheets: [sheet({ "2": 2 })] }))).toBe("marks sheets[0]");
  expect(problem((value) => Object.assign(value, { sheets: [sheet({ "2": "1" })] }))).toBe("marks sheets[0]");
  expect(problem((value) => Object.assign(value, { sheets: [sheet({}), sheet({})] }))).toBe(
    "doubleReceipt sheets[1]",
  );
  expect(problem((value) => Object.assign(value, { sheets: [sheet({}, 5)] }))).toBe("receipt sheets[0]");
  expect(problem((value) => Object.assign(value, { seal: 1 }))).toMatch(/^shape/u);
  for (const cost of [0, -5, 1.5, 1e18, undefined])
    expect(problem((value) => Object.assign(value, { options: [{ id: "1", title: "x", cost }] }))).toBe(
      "option options[0]",
    );
  const twice = [
    { id: "1", title: "x", cost: 1 },
    { id: "1", title: "y", cost: 1 },
  ];
  expect(problem((value) => Object.assign(value, { options: twice }))).toBe("doubleOption options[1]");
});

test("a rule that cannot be counted exactly, or speaks of what is not there, is refused", () => {
  const ruled = (rule: unknown) => problem((value) => Object.assign(value, { rule, sheets: [] }));
  expect(ruled({ ...file.rule, step: 0 })).toBe("rule rule");
  expect(ruled({ ...file.rule, step: 0, completion: "none" })).toBeUndefined();
  const points = { kind: "points", paper: "points", seats: 1, points: 10, mostEach: 5 };
  expect(ruled(points)).toBeUndefined();
  expect(ruled({ ...points, points: Number.MAX_SAFE_INTEGER })).toBe("rule rule");
  const consensing = { kind: "consensing", paper: "resistance", needed: 50 };
  expect(ruled({ ...consensing, passive: "2" })).toBeUndefined();
  expect(ruled({ ...consensing, passive: "3" })).toBe("rule rule");
  const schulze = { kind: "schulze", paper: "ranking" };
  expect(ruled({ ...schulze, statusQuo: "10" })).toBeUndefined();
  expect(ruled({ ...schulze, statusQuo: "nothing" })).toBe("rule rule");
  expect(ruled({ ...schulze, statusQuo: 10 })).toBe("rule rule");
});

test("receipts and options that would read like another sheet in the sealed text are refused", () => {
  for (const receipt of ["", "AAAA\n10=1", "A;B", "A=B"])
    expect(problem((value) => Object.assign(value, { sheets: [{ receipt, marks: {} }] }))).toBe(
      "receipt sheets[0]",
    );
  for (const id of ["", "a=1;b", "a\nb"])
    expect(problem((value) => Object.assign(value, { options: [{ id, title: "x", cost: 1 }] }))).toBe(
      "option options[0]",
    );
});
