import fc from "fast-check";
import { expect, test } from "vitest";
import { boundedTime, countPeople, presenceOf, type Tick } from "./attendance.ts";

const span = { startsAt: new Date("2026-11-24T13:00:00Z"), endsAt: new Date("2026-11-24T16:00:00Z") };
const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
let made = 0;
const tick = (mark: Tick["mark"], time: string, more: Partial<Tick> = {}): Tick => {
  made += 1;
  return { id: `m${String(made).padStart(4, "0")}`, mark, how: "list", markedAt: at(time), ...more };
};

test("arriving and leaving count from arrival to leaving, and without leaving to the end of the shift", () => {
  expect(presenceOf([tick("arrived", "13:10")], span, 1)).toMatchObject({ state: "arrived", minutes: 170 });
  expect(presenceOf([tick("arrived", "13:10"), tick("left", "15:00")], span, 1)).toMatchObject({
    state: "left",
    minutes: 110,
  });
});

test("whoever comes hours early helps at most half an hour before the shift", () => {
  expect(presenceOf([tick("arrived", "09:00")], span, 1)?.minutes).toBe(210);
});

test("what is ticked after the end or copied from paper counts the planned length", () => {
  expect(presenceOf([tick("arrived", "18:00")], span, 1)?.minutes).toBe(180);
  expect(presenceOf([tick("arrived", "14:30", { how: "paper" })], span, 1)?.minutes).toBe(180);
  expect(presenceOf([tick("left", "15:00")], span, 1)?.minutes).toBe(120);
});

test("the last mark wins, a second phone moves no arrival, and taking back leaves nothing", () => {
  const came = [tick("arrived", "13:05"), tick("arrived", "13:40")];
  expect(presenceOf(came, span, 1)?.arrivedAt).toEqual(at("13:05"));
  expect(presenceOf([...came, tick("missed", "14:00")], span, 1)).toMatchObject({
    state: "missed",
    minutes: 0,
  });
  expect(presenceOf([...came, tick("cleared", "14:01")], span, 1)).toBeUndefined();
  expect(presenceOf([tick("missed", "13:20"), tick("arrived", "13:30")], span, 1)?.minutes).toBe(150);
});

test("of a party of four three may be there", () => {
  const presence = presenceOf([tick("arrived", "13:00", { people: 3 })], span, 4);
  expect(presence?.people).toBe(3);
  const rows = [
    { party: 4, state: "arrived" as const, people: 3 },
    { party: 1, state: null, people: null },
    { party: 2, state: "missed" as const, people: 0 },
  ];
  expect(countPeople(rows)).toEqual({ expected: 7, here: 3, gone: 0, missed: 3, excused: 0, open: 1 });
});

const marks = fc.array(
  fc.record({
    id: fc.uuid(),
    mark: fc.constantFrom("arrived", "left", "missed", "excused", "cleared"),
    how: fc.constantFrom("list", "code", "self", "paper"),
    markedAt: fc.date({ min: at("08:00"), max: at("20:00"), noInvalidDate: true }),
    people: fc.option(fc.integer({ min: 0, max: 50 })),
  }) satisfies fc.Arbitrary<Tick>,
  { maxLength: 12 },
);

test("the order in which marks reach us changes nothing, nor does the same mark twice", () => {
  fc.assert(
    fc.property(marks, fc.integer({ min: 1, max: 9 }), (list, party) => {
      const result = presenceOf(list, span, party);
      expect(presenceOf([...list].reverse(), span, party)).toEqual(result);
      expect(result?.minutes ?? 0).toBeGreaterThanOrEqual(0);
      expect(result?.people ?? 0).toBeLessThanOrEqual(party);
    }),
  );
});

test("everybody who is expected is counted exactly once", () => {
  const row = fc.record({ party: fc.integer({ min: 1, max: 6 }), list: marks });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const counted = countPeople(
        rows.map(({ party, list }) => {
          const presence = presenceOf(list, span, party);
          return { party, state: presence?.state ?? null, people: presence?.people ?? null };
        }),
      );
      const { expected, ...parts } = counted;
      expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(expected);
    }),
  );
});

test("a clock that is three hours ahead is put right, and nothing comes from the future or from long ago", () => {
  const now = at("14:00");
  const ahead = 3 * 3_600_000;
  expect(boundedTime(at("16:50"), ahead, now, span)).toEqual({ at: at("13:50"), moved: true });
  expect(boundedTime(at("13:50"), 0, now, span)).toEqual({ at: at("13:50"), moved: false });
  expect(boundedTime(at("16:50"), 0, now, span)).toEqual({ at: now, moved: true });
  expect(boundedTime(new Date("2020-01-01T00:00:00Z"), 0, now, span).at).toEqual(at("01:00"));
});
