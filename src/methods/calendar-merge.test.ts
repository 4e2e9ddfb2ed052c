import { describe, expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import type { CalendarEvent } from "./calendar-file.ts";
import {
  type Copy,
  fingerprintOf,
  isAlike,
  type KnownDate,
  mergedWords,
  planMerge,
} from "./calendar-merge.ts";

const said = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "eins",
  instance: new Date(0),
  title: "Sommerfest am Teich",
  text: "Mit Musik.",
  whereText: "Teichhaus",
  startsAt: instantAt("2026-12-05", "15:00"),
  endsAt: instantAt("2026-12-05", "18:00"),
  allDay: false,
  canceled: false,
  ...more,
});

const date = (id: string, more: Partial<CalendarEvent> = {}): KnownDate => ({
  ...said(more),
  id,
  organizationId: null,
});

const copy = (dateId: string, more: Partial<Copy> = {}): Copy => ({
  sourceId: "s",
  uid: "eins",
  instance: new Date(0),
  dateId,
  leads: true,
  fingerprint: fingerprintOf(said()),
  ...more,
});

const plan = (
  events: readonly CalendarEvent[],
  copies: readonly Copy[] = [],
  dates: readonly KnownDate[] = [],
) => planMerge({ sourceId: "s", ourSuffix: "@stadt.anlaufstelle", events, copies, dates });

describe("the same thing", () => {
  const alike = (more: Partial<CalendarEvent>) => isAlike(said(more), date("d"));
  test.each<[string, Partial<CalendarEvent>, boolean]>([
    ["word for word", {}, true],
    ["a quarter of an hour later", { startsAt: instantAt("2026-12-05", "15:15") }, true],
    ["two hours later", { startsAt: instantAt("2026-12-05", "17:00") }, false],
    ["with an article and without", { title: "Das Sommerfest am Teich" }, true],
    ["under another name", { title: "Vorstandssitzung" }, false],
    ["number two of it", { title: "Sommerfest am Teich 2" }, false],
    ["with the full address", { whereText: "Teichhaus, Am Teich 4, 02943 Musterstadt" }, true],
    ["without a place", { whereText: "" }, true],
    ["elsewhere", { whereText: "Rathaus" }, false],
    [
      "on the day before",
      { startsAt: instantAt("2026-12-04", "15:00"), endsAt: instantAt("2026-12-04", "18:00") },
      false,
    ],
    [
      "as a whole day",
      { allDay: true, startsAt: instantAt("2026-12-05"), endsAt: instantAt("2026-12-06") },
      true,
    ],
  ])("%s", (_, more, expected) => {
    expect(alike(more)).toBe(expected);
  });
});

test("in three calendars it is one date: by its id, by ours, or because it is alike", () => {
  const dates = [date("d")];
  expect(plan([said()]).make).toHaveLength(1);
  const byUid = plan([said({ title: "Ganz anders" })], [copy("d", { sourceId: "other" })], dates);
  expect(byUid.join).toMatchObject([{ dateId: "d", why: "uid" }]);
  const ours = plan([said({ uid: "d@stadt.anlaufstelle", title: "Ganz anders" })], [], dates);
  expect(ours.join).toMatchObject([{ dateId: "d", why: "uid" }]);
  expect(plan([said({ uid: "zwei" })], [], dates).join).toMatchObject([{ dateId: "d", why: "alike" }]);
});

test("two events of one calendar are never one date", () => {
  const twins = [said({ uid: "a" }), said({ uid: "b" })];
  const { join, make } = plan(twins, [], [date("d")]);
  expect([join.map(({ event }) => event.uid), make.map(({ uid }) => uid)]).toEqual([["a"], ["b"]]);
  expect(plan(twins).make).toHaveLength(2);
});

test("what changed there is taken over, what people wrote here stays", () => {
  const later = { startsAt: instantAt("2026-12-05", "16:00"), endsAt: instantAt("2026-12-05", "19:00") };
  const { update } = plan(
    [said({ ...later, title: "Winterfest am Teich" })],
    [copy("d")],
    [date("d", { title: "Fest am Teich (mit Kuchen)" })],
  );
  expect(update).toHaveLength(1);
  expect(update[0]?.said).toMatchObject({
    ...later,
    title: "Fest am Teich (mit Kuchen)",
    text: "Mit Musik.",
  });
  const untouched = mergedWords(said({ canceled: true }), date("d"), fingerprintOf(said()));
  expect(untouched).toMatchObject({ canceled: true, title: "Sommerfest am Teich" });
});

test("what is the same is left alone, and so is a date that another calendar leads", () => {
  expect(plan([said()], [copy("d")], [date("d")])).toMatchObject({
    same: [{ dateId: "d" }],
    update: [],
    vanished: [],
  });
  const follower = plan([said({ title: "Neu" })], [copy("d", { leads: false })], [date("d")]);
  expect(follower).toMatchObject({ same: [{ dateId: "d" }], update: [], make: [] });
});

test("what is gone has vanished, and what was canceled before we knew it never comes", () => {
  expect(plan([], [copy("d")], [date("d")]).vanished).toMatchObject([{ dateId: "d" }]);
  expect(plan([], [copy("d", { sourceId: "other" })], [date("d")]).vanished).toEqual([]);
  expect(plan([said({ canceled: true })])).toMatchObject({ make: [], join: [] });
});

test("two thousand events against as many dates take less than two seconds", () => {
  const many = Array.from({ length: 2_000 }, (_, n) =>
    said({
      uid: `e${n}`,
      title: `Kurs ${n} im Garten`,
      startsAt: new Date(+instantAt("2026-12-01") + (n % 300) * 3_600_000 * 24),
    }),
  );
  const dates = many.map((event, n) => ({ ...event, id: `d${n}`, organizationId: null }));
  const start = performance.now();
  expect(plan(many, [], dates).join).toHaveLength(2_000);
  expect(performance.now() - start).toBeLessThan(2_000);
});
