import { expect, test } from "vitest";
import { dayOf, instantAt, mondayOf, plusDays, timeOf, weekdayOf } from "./local-time.ts";
import { nextOpeningEnd, readOpeningHours } from "./opening-hours.ts";

test("a time on the wall is an hour nearer to universal time in winter than in summer", () => {
  expect(instantAt("2026-11-24", "14:30").toISOString()).toBe("2026-11-24T13:30:00.000Z");
  expect(instantAt("2026-07-24", "14:30").toISOString()).toBe("2026-07-24T12:30:00.000Z");
});

test("the days on which the clock changes keep their other hours", () => {
  expect(instantAt("2026-03-29", "01:30").toISOString()).toBe("2026-03-29T00:30:00.000Z");
  expect(instantAt("2026-03-29", "03:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(instantAt("2026-10-25", "12:00").toISOString()).toBe("2026-10-25T11:00:00.000Z");
  expect(timeOf(instantAt("2026-03-29", "02:30"))).toBe("03:30");
});

test("days are counted here, not where the machine stands", () => {
  expect(dayOf(new Date("2026-11-23T23:30:00Z"))).toBe("2026-11-24");
  expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(weekdayOf("2026-11-23")).toBe(0);
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
});

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
