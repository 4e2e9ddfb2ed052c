import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { BallotFile } from "./ballot.ts";
import { checkSeal, sealOf } from "./ballot-seal.ts";

const file = (count: number): BallotFile => ({
  version: 1,
  id: "b",
  title: "Was zuerst?",
  rule: { kind: "approval", paper: "approval", seats: 1, most: 0 },
  options: [
    { id: "1", title: "Bänke" },
    { id: "2", title: "Bühne", cost: 500 },
  ],
  sheets: Array.from({ length: count }, (_, index) => ({
    receipt: `0000-0000-${String(index).padStart(4, "0")}`,
    marks: index % 3 === 0 ? { "2": 1, "1": 1 } : { "1": 1 },
  })),
  entitled: 5_000,
  invalid: 0,
});

test("the chain is laid as it is described, so that anybody can lay it with their own tools", () => {
  const sha = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  const header =
    '{"entitled":5000,"id":"b","invalid":0,"options":[{"id":"1","title":"Bänke"},{"cost":500,"id":"2","title":"Bühne"}],' +
    '"rule":{"kind":"approval","most":0,"paper":"approval","seats":1},"title":"Was zuerst?","version":1}';
  const first = sha(`${sha(header)}\n0000-0000-0000\n1=1;2=1`);
  expect(sealOf(file(1)).seal).toBe(first);
  expect(sealOf(file(2)).seal).toBe(sha(`${first}\n0000-0000-0001\n1=1`));
});

test("a changed, dropped, added or moved sheet is noticed, and where", () => {
  const whole = file(2_500);
  const seal = sealOf(whole);
  expect(seal.links.map(({ after }) => after)).toEqual([1_000, 2_000]);
  expect(checkSeal(whole, seal)).toEqual({ ok: true });
  const changed = whole.sheets.with(1_234, { receipt: "0000-0000-1234", marks: { "2": 1 } });
  expect(checkSeal({ ...whole, sheets: changed }, seal)).toEqual({
    ok: false,
    because: "changed",
    from: 1_000,
    to: 2_000,
  });
  expect(checkSeal({ ...whole, sheets: whole.sheets.slice(0, -1) }, seal)).toMatchObject({ from: 2_000 });
  expect(checkSeal({ ...whole, sheets: whole.sheets.toReversed() }, seal)).toEqual({
    ok: false,
    because: "order",
  });
  expect(checkSeal({ ...whole, entitled: 4_999 }, seal)).toMatchObject({ ok: false, from: 0 });
});

test("the order in which marks or fields were written makes no difference", () => {
  const [one, other] = [file(1), file(1)];
  const sheets = [{ receipt: "0000-0000-0000", marks: { "1": 1, "2": 1 } }];
  expect(sealOf({ ...other, sheets }).seal).toBe(sealOf(one).seal);
});
