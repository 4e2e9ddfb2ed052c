import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { dayPartsIn, daysIn, partsIn, spans, timesBetween, timesOf } from "./week-parts.ts";

test("the three spans cover the week and do not overlap", () => {
  expect(spans.day | spans.evening | spans.weekend).toBe(2 ** 21 - 1);
  expect((spans.day & spans.evening) | (spans.day & spans.weekend) | (spans.evening & spans.weekend)).toBe(0);
});

test("a date takes up the parts of its day, by the clock of this place", () => {
  const tuesday = (time: string) => instantAt("2026-11-24", time);
  expect(partsIn(timesBetween(tuesday("10:00"), tuesday("12:00")))).toEqual([3]);
  expect(partsIn(timesBetween(tuesday("11:00"), tuesday("18:00")))).toEqual([3, 4, 5]);
  expect(partsIn(timesBetween(tuesday("18:00"), null))).toEqual([5]);
  expect(partsIn(timesBetween(tuesday("18:00"), instantAt("2026-11-25", "09:00")))).toEqual([5]);
});

test("numbers become bits and come back", () => {
  expect(partsIn(timesOf([0, 7, 20, 21, -1]))).toEqual([0, 7, 20]);
  expect(daysIn(timesOf([3, 4, 20]))).toEqual([1, 6]);
  expect(dayPartsIn(timesOf([3, 4, 18]))).toEqual([0, 1]);
});
