import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { nextOpeningEnd, readOpeningHours } from "./opening-hours.ts";

test("opening hours are read as people write them", () => {
  expect(readOpeningHours("Mo, Do 9–12 und 14–17 Uhr, Di 14–18 Uhr")).toEqual([
    { weekday: 0, from: "09:00", to: "12:00" },
    { weekday: 0, from: "14:00", to: "17:00" },
    { weekday: 3, from: "09:00", to: "12:00" },
    { weekday: 3, from: "14:00", to: "17:00" },
    { weekday: 1, from: "14:00", to: "18:00" },
  ]);
  expect(readOpeningHours("Montag bis Mittwoch 10.30 bis 12 Uhr")).toHaveLength(3);
  expect(readOpeningHours("nach Vereinbarung")).toEqual([]);
});

test("what arrives on Saturday night waits until the next opening day ends", () => {
  const saturday = instantAt("2026-11-21", "21:40");
  expect(nextOpeningEnd("Di 14–18 Uhr, Do 9–12 Uhr", saturday)).toEqual(instantAt("2026-11-24", "18:00"));
  expect(nextOpeningEnd("", saturday)).toEqual(instantAt("2026-11-23", "17:00"));
});

test("what arrives while the door is open waits until the next time it opens", () => {
  const tuesday = instantAt("2026-11-24", "15:00");
  expect(nextOpeningEnd("Di 14–18 Uhr, Do 9–12 Uhr", tuesday)).toEqual(instantAt("2026-11-26", "12:00"));
});
