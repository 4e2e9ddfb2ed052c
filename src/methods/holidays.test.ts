import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { holidayOn } from "./holidays.ts";

const collected = new URL(
  "../../../shared/data/holidays/saxony-public-holidays-2015-2035.json",
  import.meta.url,
);

const daysOf = (year: string): string[] =>
  Array.from({ length: 366 }, (_, index) =>
    new Date(Date.UTC(Number(year), 0, 1 + index)).toISOString().slice(0, 10),
  ).filter((day) => day.startsWith(year));

test("Saxony rests on the Day of Repentance and on Reformation Day, its neighbors only on some", () => {
  expect(holidayOn("2026-11-18", "SN")).toBe("Buß- und Bettag");
  expect(holidayOn("2026-11-18", "BB")).toBeUndefined();
  expect(holidayOn("2026-10-31", "BB")).toBe("Reformationstag");
  expect(holidayOn("2026-03-08", "BE")).toBe("Weltfrauentag");
  expect(holidayOn("2026-12-25", "SN")).toBe("1. Weihnachtstag");
  expect(holidayOn("2026-12-24", "SN")).toBeUndefined();
  // An unknown state keeps the holidays that all have.
  expect(holidayOn("2026-10-03", "??")).toBe("Tag der Deutschen Einheit");
});

test.skipIf(!existsSync(collected))(
  "the holidays of Saxony from 2015 to 2035 are those that were collected (skipped where the collection is not at hand)",
  () => {
    const { holidays } = JSON.parse(readFileSync(collected, "utf8")) as {
      holidays: Record<string, readonly string[]>;
    };
    for (const [year, rows] of Object.entries(holidays)) {
      const wanted = rows.map((row) => row.slice(0, 10)).sort();
      expect(daysOf(year).filter((day) => holidayOn(day, "SN"))).toEqual(wanted);
    }
    expect(Object.keys(holidays)).toHaveLength(21);
  },
);
