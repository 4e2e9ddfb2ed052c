import { expect, test } from "vitest";
import { isWithin, readStatedTime } from "./stated-times.ts";

const stated = (text: string) => {
  const time = readStatedTime(text);
  return time && [time.date ?? time.weekdays, time.from / 60, time.to / 60];
};

test.each([
  ["Sa 10–14 Uhr", [[5], 10, 14]],
  ["Samstag von 9:30 bis 12", [[5], 9.5, 12]],
  ["Fr ab 16", [[4], 16, 48]],
  ["Sa bis 14 Uhr", [[5], 0, 14]],
  ["Mo-Fr vormittags", [[0, 1, 2, 3, 4], 0, 13]],
  ["Sa und So", [[5, 6], 0, 48]],
  ["Sa. + So. 10-12", [[5, 6], 10, 12]],
  ["So-Mo", [[6, 0], 0, 48]],
  ["12.12. 18-2 Uhr", ["12-12", 18, 26]],
  ["5.12.2026", ["2026-12-05", 0, 48]],
  ["am Sonnabend abends", [[5], 17, 48]],
  ["abends", [[], 17, 48]],
])("“%s” is read as people mean it", (text, meant) => {
  expect(stated(text)).toEqual(meant);
});

test.each(["", "wenn es passt", "Sa 25-27", "Fr ab mittags", "Sa 10"])("“%s” is not guessed", (text) => {
  expect(readStatedTime(text)).toBeUndefined();
});

test("a shift counts only when all of it lies within the time", () => {
  const evening = readStatedTime("Sa ab 18 Uhr");
  if (!evening) throw new Error("not read");
  const saturday = { day: "2026-12-05", weekday: 5 };
  expect(isWithin(evening, { ...saturday, from: 1080, to: 1560 })).toBe(true);
  expect(isWithin(evening, { ...saturday, from: 1020, to: 1260 })).toBe(false);
  expect(isWithin(evening, { day: "2026-12-06", weekday: 6, from: 1080, to: 1200 })).toBe(false);
});
