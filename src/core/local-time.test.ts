import { expect, test } from "vitest";
import { dayOf, instantAt, mondayOf, plusDays, timeOf, weekdayOf } from "./local-time.ts";

test("a time on the wall is an hour nearer to universal time in winter than in summer", () => {
  expect(instantAt("2026-11-24", "14:30").toISOString()).toBe("2026-11-24T13:30:00.000Z");
  expect(instantAt("2026-07-24", "14:30").toISOString()).toBe("2026-07-24T12:30:00.000Z");
  expect(instantAt("2026-07-01").toISOString()).toBe("2026-06-30T22:00:00.000Z");
});

test("the hour that summer time skips counts on, of the hour that comes twice the first is meant", () => {
  expect(instantAt("2026-03-29", "01:30").toISOString()).toBe("2026-03-29T00:30:00.000Z");
  expect(instantAt("2026-03-29", "02:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(instantAt("2026-03-29", "03:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(timeOf(instantAt("2026-03-29", "02:30"))).toBe("03:30");
  expect(instantAt("2026-10-25", "02:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(instantAt("2026-10-25", "12:00").toISOString()).toBe("2026-10-25T11:00:00.000Z");
});

test("an instant is read back as it was written", () => {
  for (const day of ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"]) {
    for (const time of ["00:00", "01:30", "04:00", "23:59"]) {
      const instant = instantAt(day, time);
      expect([dayOf(instant), timeOf(instant)]).toEqual([day, time]);
    }
  }
});

test("days are counted here, not where the machine stands", () => {
  expect(dayOf(new Date("2026-11-23T23:30:00Z"))).toBe("2026-11-24");
  expect(dayOf(new Date("1890-05-04T12:00:00Z"))).toBe("1890-05-04");
});

test("days are added on the calendar, not in hours", () => {
  expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(plusDays("2026-10-24", 2)).toBe("2026-10-26");
  expect(plusDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(weekdayOf("2026-11-23")).toBe(0);
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
});
