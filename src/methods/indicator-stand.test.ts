import fc from "fast-check";
import { expect, test } from "vitest";
import { type Aim, expectedOn, shareDone, standOn, stands } from "./indicator-stand.ts";

const members: Aim = {
  direction: "up",
  baseline: 100,
  baselineOn: "2024-01-01",
  target: 200,
  targetOn: "2027-12-31",
};
const waiting: Aim = { ...members, direction: "down", baseline: 30, target: 10 };

test("a value is compared with the even way on the day it was measured", () => {
  expect(expectedOn(members, "2025-12-31")).toBeCloseTo(150, 0);
  expect(expectedOn(members, "2020-01-01")).toBe(100);
  expect(expectedOn(members, "2030-01-01")).toBe(200);
  const on = (value: number, measuredOn = "2025-12-31") =>
    standOn(members, { value, measuredOn }, "2026-03-01");
  expect(on(150)).toBe("onTrack");
  expect(on(146)).toBe("onTrack");
  expect(on(140)).toBe("behind");
  expect(on(99)).toBe("worse");
  expect(on(200)).toBe("reached");
});

test("less is better where the direction says so", () => {
  const on = (value: number) => standOn(waiting, { value, measuredOn: "2025-12-31" }, "2026-03-01");
  expect([on(20), on(26), on(31), on(10), on(4)]).toEqual([
    "onTrack",
    "behind",
    "worse",
    "reached",
    "reached",
  ]);
});

test("what was not measured is missing, and what was measured long ago says nothing about today", () => {
  expect(standOn(members, undefined, "2026-03-01")).toBe("missing");
  expect(standOn(members, { value: 100, measuredOn: "2024-01-01" }, "2026-03-01")).toBe("missing");
  expect(standOn(members, { value: 250, measuredOn: "2024-12-31" }, "2026-03-01")).toBe("stale");
});

test("a better value never stands worse, whichever way is better", () => {
  const order = ["worse", "behind", "onTrack", "reached"];
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.boolean(),
      (one, two, up) => {
        const aim = up ? members : waiting;
        const [worse, better] = up === one < two ? [one, two] : [two, one];
        const at = (value: number) =>
          order.indexOf(standOn(aim, { value, measuredOn: "2025-06-30" }, "2026-01-01"));
        expect(at(worse)).toBeGreaterThanOrEqual(0);
        expect(at(better)).toBeGreaterThanOrEqual(at(worse));
        expect(Number.isFinite(shareDone(aim, one))).toBe(true);
      },
    ),
  );
  expect(stands).toHaveLength(6);
});
