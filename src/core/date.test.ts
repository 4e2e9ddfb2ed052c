import { describe, expect, test } from "vitest";
import {
  ago,
  asOf,
  day,
  dayAndTime,
  dayLong,
  dayShort,
  due,
  duration,
  isLate,
  isoDay,
  month,
  period,
  time,
} from "./date.ts";

const now = new Date("2026-11-23T08:00:00Z");
const german = { language: "de", now };
const english = { language: "en", now };
const at = (text: string) => new Date(text);

describe("dates as they are spoken", () => {
  test("a day carries its year only when it is another one", () => {
    expect(day(german, "2026-11-24")).toBe("Di 24. November");
    expect(day(german, "2027-01-05")).toBe("Di 5. Januar 2027");
    expect(day(english, "2026-11-24")).toBe("Tue 24 November");
    expect(day({ ...german, language: "de-x-easy" }, "2026-11-24")).toBe("Di 24. November");
    expect(dayLong(german, now)).toBe("Montag, 23. November 2026");
    expect(dayShort(german, "2026-11-25")).toBe("Mi 25.11.");
    expect(dayShort(german, "2027-01-05")).toBe("Di 5.1.2027");
    expect(month(german, "2026-12-01")).toBe("Dezember");
    expect(asOf(german, "2026-10-31")).toBe("Stand 31. Oktober 2026");
  });

  test("the day is the one in Berlin, whatever the server's clock says", () => {
    expect(isoDay(at("2026-11-23T23:30:00Z"))).toBe("2026-11-24");
    expect(isoDay("2026-03-29")).toBe("2026-03-29");
  });

  test("full hours lose their zeros", () => {
    expect(time(german, at("2026-11-24T14:00:00Z"), at("2026-11-24T16:00:00Z"))).toBe("15–17 Uhr");
    expect(time(german, at("2026-11-24T13:00:00Z"), at("2026-11-24T14:30:00Z"))).toBe("14–15.30 Uhr");
    expect(time(german, at("2026-11-24T08:00:00Z"))).toBe("9 Uhr");
    expect(time(english, at("2026-11-24T14:00:00Z"), at("2026-11-24T16:00:00Z"))).toBe("15:00–17:00");
    expect(
      time({ ...german, language: "de-x-easy" }, at("2026-11-24T14:00:00Z"), at("2026-11-24T16:00:00Z")),
    ).toBe("15 bis 17 Uhr");
  });

  test("a stretch of time names both ends once", () => {
    expect(dayAndTime(german, at("2026-11-24T14:00:00Z"), at("2026-11-24T16:00:00Z"))).toBe(
      "Di 24. November, 15–17 Uhr",
    );
    expect(dayAndTime(german, at("2026-11-28T09:00:00Z"), at("2026-11-29T15:00:00Z"))).toBe(
      "Sa 28. November, 10 Uhr bis So 29. November, 16 Uhr",
    );
    expect(period(german, "2026-11-24", "2026-11-26")).toBe("24. bis 26. November");
    expect(period(german, "2026-11-30", "2026-12-02")).toBe("30. November bis 2. Dezember");
  });

  test("durations are halves and quarters, not decimals", () => {
    expect([45, 60, 90, 120, 150, 100].map((minutes) => duration(german, minutes))).toEqual([
      "45 Minuten",
      "1 Stunde",
      "1½ Stunden",
      "2 Stunden",
      "2½ Stunden",
      "1 Stunde 40 Minuten",
    ]);
  });

  test("what waits says since when, what comes says when", () => {
    expect(
      ["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"].map((when) => due(german, when)),
    ).toEqual(["seit 2 Tagen", "seit 1 Tag", "heute", "morgen", "Mi 25.11."]);
    expect(isLate(german, "2026-11-22")).toBe(true);
    expect(isLate(german, at("2026-11-23T05:00:00Z"))).toBe(false);
    expect(ago(german, at("2026-11-23T05:00:00Z"))).toBe("vor 3 Stunden");
    expect(ago(german, at("2026-11-22T05:00:00Z"))).toBe("gestern");
    expect(ago(german, at("2026-10-01T05:00:00Z"))).toBe("1. Oktober");
  });
});
