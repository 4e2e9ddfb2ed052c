import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { overlaps } from "./queries.ts";

const moment = (text: string): Date => {
  if (text.endsWith("Z")) return new Date(`${text.slice(0, -1)}:00Z`);
  const [day = "", time = ""] = text.split("T");
  return instantAt(day, time);
};
const span = ([from = "", to = ""]: readonly string[]) => ({ startsAt: moment(from), endsAt: moment(to) });

const own = [
  {
    id: "touching",
    existing: [["2026-03-04T15:00", "2026-03-04T16:00"]],
    request: ["2026-03-04T16:00", "2026-03-04T17:00"],
    expected: "ok",
  },
  {
    id: "inside",
    existing: [["2026-03-04T09:00", "2026-03-04T17:00"]],
    request: ["2026-03-04T12:00", "2026-03-04T13:00"],
    expected: "refused",
  },
  {
    id: "dst",
    existing: [["2026-10-25T00:00Z", "2026-10-25T01:00Z"]],
    request: ["2026-10-25T01:00Z", "2026-10-25T02:00Z"],
    expected: "ok",
  },
];

type Scenario = {
  id: string;
  existing?: string[][];
  request?: string[];
  expected: unknown;
  settings?: unknown;
};

const file = "../shared/data/booking-scenarios/overlap.json";
const given: Scenario[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).scenarios : [];
// Those about two plain times of one person; the others are about rooms, stocks and series.
const isPlain = ({ existing, request, settings }: Scenario) =>
  !settings &&
  request?.length === 2 &&
  /^\d/u.test(request[0] ?? "") &&
  existing?.every(([one = ""]) => /^\d/u.test(one));

test.each([...own, ...given.filter(isPlain)])(
  "two times of one person: $id",
  ({ existing = [], request = [], expected }) => {
    const clash = existing.some((one) => overlaps(span(one), span(request)));
    expect(clash ? "refused" : "ok").toBe(expected);
  },
);
