import { expect, test } from "vitest";
import { addDays, dayOf, instantOf, timeOf } from "./zone.ts";

test("a day and a time become the instant of Berlin, in winter and in summer", () => {
  expect(instantOf("2026-12-01", "10:00").toISOString()).toBe("2026-12-01T09:00:00.000Z");
  expect(instantOf("2026-07-01", "10:00").toISOString()).toBe("2026-07-01T08:00:00.000Z");
  expect(instantOf("2026-07-01").toISOString()).toBe("2026-06-30T22:00:00.000Z");
});

test("the hour that summer time skips counts on, of the hour that comes twice the first is meant", () => {
  expect(instantOf("2026-03-29", "02:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(instantOf("2026-10-25", "02:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

test("an instant is read back as it was written", () => {
  for (const day of ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"]) {
    for (const time of ["00:00", "01:30", "04:00", "23:59"]) {
      const instant = instantOf(day, time);
      expect([dayOf(instant), timeOf(instant)]).toEqual([day, time]);
    }
  }
});

test("days are added on the calendar, not in hours", () => {
  expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});
