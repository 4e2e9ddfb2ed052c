import { expect, test } from "vitest";
import { combineCounts } from "./combine-counts.ts";

const combined = (...ns: number[]) =>
  combineCounts(
    ns.map((n, index) => ({ label: "abcd"[index] ?? "", n })),
    5,
    (labels) => labels.join("+"),
  )?.map(({ label, n }) => `${label}:${n}`);

test("groups of five and more are told as they are", () => {
  expect(combined(9, 5, 14)).toEqual(["c:14", "a:9", "b:5"]);
});

test("small groups are told together, and never one alone that could be subtracted", () => {
  expect(combined(20, 3, 4)).toEqual(["a:20", "c+b:7"]);
  expect(combined(20, 9, 2)).toEqual(["a:20", "b+c:11"]);
  expect(combined(20, 1, 1)).toEqual(["a+b+c:22"]);
});

test("a handful in all is not split at all, and empty groups are not told", () => {
  expect(combined(2, 1, 0)).toBeUndefined();
  expect(combined(6, 0)).toEqual(["a:6"]);
});
