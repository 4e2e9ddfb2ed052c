import { existsSync, readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { checkRule, occurrences } from "./recurrence.ts";

const collected = new URL("../../../shared/data/icalendar/", import.meta.url);
const later = new Date("2200-01-01T00:00:00Z");
const home = process.env["TZ"] ?? "";

afterEach(() => {
  process.env["TZ"] = home;
});

const days = (rule: string, startsOn: string, limit = 10, startsTime = "18:00"): string[] =>
  occurrences({ rule, startsOn, startsTime }, { until: later, limit }).map(({ day }) => day);

const instants = (rule: string, startsOn: string, startsTime: string): string[] =>
  occurrences({ rule, startsOn, startsTime }, { until: later, limit: 10 }).map(({ at }) => at.toISOString());

test.each(["UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland"])(
  "six in the evening stays six in the evening when the clocks change, wherever the machine stands: %s",
  (zone) => {
    process.env["TZ"] = zone;
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(instants("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-03-24", "18:00")).toEqual([
      "2026-03-24T17:00:00.000Z",
      "2026-03-31T16:00:00.000Z",
      "2026-04-07T16:00:00.000Z",
    ]);
    // The twenty-ninth of March has no half past two: it is left out and not counted, even when all begins there.
    expect(instants("FREQ=DAILY;COUNT=2", "2026-03-28", "02:30")).toEqual([
      "2026-03-28T01:30:00.000Z",
      "2026-03-30T00:30:00.000Z",
    ]);
    expect(instants("FREQ=DAILY;COUNT=1", "2026-03-29", "02:30")).toEqual(["2026-03-30T00:30:00.000Z"]);
    // Of the hour that comes twice, the first.
    expect(instants("FREQ=DAILY;COUNT=1", "2026-10-25", "02:30")).toEqual(["2026-10-25T00:30:00.000Z"]);
  },
);

test("every second Tuesday, the last Friday, and every three weeks on two days", () => {
  expect(days("FREQ=MONTHLY;BYDAY=2TU", "2026-11-24", 2)).toEqual(["2026-12-08", "2027-01-12"]);
  expect(days("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-24", 2)).toEqual(["2026-11-27", "2026-12-25"]);
  expect(days("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH", "2026-11-24", 3)).toEqual([
    "2026-11-24",
    "2026-11-26",
    "2026-12-15",
  ]);
});

test("a rule ends with its count or its last day, which still counts, with and without Z", () => {
  expect(days("FREQ=WEEKLY;COUNT=2", "2026-11-24")).toEqual(["2026-11-24", "2026-12-01"]);
  expect(days("FREQ=WEEKLY;UNTIL=20261201", "2026-11-24")).toEqual(["2026-11-24", "2026-12-01"]);
  expect(days("FREQ=WEEKLY;UNTIL=20261201T180000", "2026-11-24")).toHaveLength(2);
  expect(days("FREQ=WEEKLY;UNTIL=20261201T175959", "2026-11-24")).toHaveLength(1);
  expect(days("FREQ=WEEKLY;UNTIL=20261201T170000Z", "2026-11-24")).toHaveLength(2);
  expect(days("FREQ=WEEKLY;UNTIL=20261201T165959Z", "2026-11-24")).toHaveLength(1);
});

test("a weekday beside days of the year is a filter", () => {
  const rule = "FREQ=YEARLY;COUNT=4;BYDAY=FR;BYYEARDAY=-275,-276,-277,-278,-279,-280,-281";
  expect(days(rule, "2006-03-31")).toEqual(["2006-03-31", "2007-03-30", "2008-03-28", "2009-03-27"]);
});

test("a window begins where it is told, and goes up to but without its end", () => {
  const weekly = { rule: "FREQ=WEEKLY", startsOn: "2020-01-07", startsTime: "18:00" };
  const window = {
    from: instantAt("2026-11-24", "18:00"),
    until: instantAt("2026-12-08", "18:00"),
    limit: 9,
  };
  expect(occurrences(weekly, window).map(({ day }) => day)).toEqual(["2026-11-24", "2026-12-01"]);
  expect(occurrences(weekly, { ...window, limit: 1 })).toHaveLength(1);
});

test.each([
  ["", "unreadable"],
  ["every Tuesday", "unreadable"],
  ["FREQ=WEEKLY;BYDAY=XX", "unreadable"],
  ["FREQ=WEEKLY;BYDAY=2TU", "unreadable"],
  ["FREQ=WEEKLY;INTERVAL=0", "unreadable"],
  ["FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "unreadable"],
  ["FREQ=WEEKLY;FREQ=DAILY", "unreadable"],
  [`FREQ=DAILY;BYMONTHDAY=${"1,".repeat(300)}1`, "unreadable"],
  ["FREQ=HOURLY", "often"],
  ["FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "often"],
  ["FREQ=DAILY;BYHOUR=9,10", "often"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never"],
  ["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=9", "never"],
  ["FREQ=WEEKLY;UNTIL=20200101", "never"],
])("no rule for shifts: %s is %s", (rule, because) => {
  expect(checkRule({ rule, startsOn: "2026-11-24", startsTime: "18:00" })).toEqual({ ok: false, because });
});

test.each([
  "FREQ=WEEKLY",
  "RRULE:FREQ=MONTHLY;BYDAY=2TU;",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
  "freq=daily",
])("a rule for shifts: %s", (rule) => {
  expect(checkRule({ rule, startsOn: "2026-11-24", startsTime: "18:00" }).ok).toBe(true);
});

type Vector = { rrule: string; dtstart: string; startAt?: string; instances: string[] };

test.skipIf(!existsSync(new URL("rrule-vectors.json", collected)))(
  "every vector of libical comes out as it should (skipped where the collection is not at hand)",
  () => {
    const vectors = JSON.parse(readFileSync(new URL("rrule-vectors.json", collected), "utf8")) as Vector[];
    const written = (text: string) =>
      `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}T${text.slice(9, 11)}:${text.slice(11, 13)}`;
    for (const { rrule: rule, dtstart, startAt, instances } of vectors) {
      const start = written(dtstart);
      const at = { rule, startsOn: start.slice(0, 10), startsTime: start.slice(11), zone: "UTC" };
      const from = startAt ? { from: new Date(`${written(startAt)}Z`) } : {};
      const found = occurrences(at, { ...from, until: later, limit: 500 });
      expect([rule, ...found.map((one) => one.at.toISOString().slice(0, 16))]).toEqual([
        rule,
        ...instances.map(written),
      ]);
    }
    expect(vectors).toHaveLength(70);
  },
);

type Change = { name: string; dtstart: string; rrule: string; instantsUtc: string[] };

test.skipIf(!existsSync(new URL("dst-berlin.json", collected)))(
  "the changes of the clocks come out as they should in three time zones (skipped where they are not at hand)",
  () => {
    const { cases } = JSON.parse(readFileSync(new URL("dst-berlin.json", collected), "utf8")) as {
      cases: Change[];
    };
    for (const zone of ["UTC", "Europe/Berlin", "America/New_York"]) {
      process.env["TZ"] = zone;
      for (const { dtstart, rrule, instantsUtc } of cases) {
        const [, y, m, d, hour, minute] = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/u.exec(dtstart) ?? [];
        const found = instants(rrule, `${y}-${m}-${d}`, `${hour}:${minute}`);
        expect(found.map((at) => at.replace(".000", ""))).toEqual(instantsUtc);
      }
    }
    expect(cases.length).toBeGreaterThan(2);
  },
);

test("a window far behind the start shows the same days as a rule followed from its start", () => {
  for (const rule of [
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH,SU;WKST=SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=DAILY;INTERVAL=5",
    "FREQ=DAILY;INTERVAL=2;BYDAY=SA,SU",
    "FREQ=WEEKLY;BYMONTH=3,10;BYDAY=SU",
  ]) {
    const recurring = { rule, startsOn: "2016-02-03", startsTime: "02:30" };
    const until = new Date("2026-04-20T00:00:00Z");
    const all = occurrences(recurring, { until, limit: 10_000 });
    for (const from of [new Date("2016-02-20T00:00:00Z"), new Date("2026-02-01T00:00:00Z")])
      expect(occurrences(recurring, { from, until, limit: 10_000 })).toEqual(
        all.filter(({ at }) => at >= from),
      );
    expect(all.length).toBeGreaterThan(40);
  }
});
