import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import { enqueue } from "#core/jobs.ts";
import { runJobsWithin } from "#core/jobs-run.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { leaveOut, moveDate, takeIn } from "#modules/shifts/exceptions/commands.ts";
import { listShifts } from "#modules/shifts/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { weekly } from "#test/weekly.ts";
import { town, type World } from "#test/world.ts";
import { addSeries, changeSeries, endSeries, makeShifts } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { findSeries, listMade, nextDates } from "./queries.ts";

const made = async (world: World, changes: Parameters<typeof weekly>[2] = {}) => {
  const ctx = world.as("representative");
  const story = await weekly(world.as("coordinator"), world.club, changes);
  const days = async () =>
    (await listShifts(ctx, story.offer, { limit: 99 })).map((one) => dayOf(one.startsAt));
  const comes = async (day: string) => {
    const shift = (await listShifts(ctx, story.offer, { limit: 99 })).find(
      (one) => dayOf(one.startsAt) === day,
    );
    const [need] = shift?.needs ?? [];
    if (!shift || !need) throw new Error(`no shift on ${day}`);
    await assign(ctx, { needId: need.id, personId: world.cast.volunteer.id, how: "office" });
    return shift.id;
  };
  return { ctx, ...story, days, comes };
};

const eightWeeks = [
  "2026-11-24",
  "2026-12-01",
  "2026-12-08",
  "2026-12-15",
  "2026-12-22",
  "2026-12-29",
  "2027-01-05",
  "2027-01-12",
  "2027-01-19",
];

test("the shifts of the coming eight weeks are made at once, and the night adds only what is new", () =>
  town(async (world) => {
    const { ctx, seriesId, days } = await made(world);
    expect(await days()).toEqual(eightWeeks);
    expect(await makeShifts(ctx, seriesId)).toBe(0);
    const week = world.as("system", { now: instantAt("2026-12-01", "02:20") });
    await enqueue(week, "shift_series.make", {});
    await runJobsWithin(week, jobs);
    expect(await days()).toEqual([...eightWeeks, "2027-01-26"]);
    const [first] = await listShifts(ctx, (await findSeries(ctx, seriesId))?.opportunityId ?? ("" as never), {
      limit: 1,
    });
    expect(first).toMatchObject({
      startsAt: instantAt("2026-11-24", "15:00"),
      endsAt: instantAt("2026-11-24", "17:00"),
    });
    expect(first?.needs).toMatchObject([{ role: "Theke", minimum: 1, maximum: 2, taken: 0 }]);
  }));

test("on public holidays of the state it falls out, unless the series takes place then as well", () =>
  town(async (world) => {
    const friday = { rule: "FREQ=WEEKLY;BYDAY=FR", startsOn: "2026-12-18" };
    const { ctx, days, seriesId } = await made(world, friday);
    expect(await days()).toEqual(["2026-12-18", "2027-01-08", "2027-01-15"]);
    const series = await findSeries(ctx, seriesId);
    if (!series) throw new Error("no series");
    expect(nextDates(ctx, series, 3).map(({ without }) => without)).toEqual([
      undefined,
      { holiday: "1. Weihnachtstag" },
      { holiday: "Neujahrstag" },
    ]);
    const always = await made(world, { ...friday, skipsHolidays: false });
    expect(await always.days()).toHaveLength(5);
  }));

test("a day falls out without a word while nobody comes; with people somebody has to say why", () =>
  town(async (world) => {
    const { ctx, seriesId, days, comes } = await made(world);
    expect(await leaveOut(ctx, seriesId, "2026-12-01")).toMatchObject({ ok: true });
    await comes("2026-12-08");
    expect(await leaveOut(ctx, seriesId, "2026-12-08")).toEqual({ ok: false, because: "signedUp" });
    expect(await days()).toEqual(eightWeeks.filter((day) => day !== "2026-12-01"));
    expect(await leaveOut(ctx, seriesId, "2026-12-08", "Wasserrohrbruch")).toMatchObject({ ok: true });
    expect(await days()).toEqual(eightWeeks.filter((day) => day !== "2026-12-01" && day !== "2026-12-08"));
    await makeShifts(ctx, seriesId);
    expect(await days()).toHaveLength(7);
    expect(await takeIn(ctx, seriesId, "2026-12-08")).toEqual({ ok: false, because: "canceled" });
    expect(await takeIn(ctx, seriesId, "2026-12-01")).toMatchObject({ ok: true });
    expect(await days()).toHaveLength(8);
  }));

test("one date moves, and the series does not make it again", () =>
  town(async (world) => {
    const { ctx, seriesId, days } = await made(world);
    const span = { startsAt: instantAt("2026-12-02", "15:00"), endsAt: instantAt("2026-12-02", "17:00") };
    expect(await moveDate(ctx, seriesId, "2026-12-01", span)).toMatchObject({ ok: true });
    await makeShifts(ctx, seriesId);
    expect((await days()).slice(0, 3)).toEqual(["2026-11-24", "2026-12-02", "2026-12-08"]);
  }));

test("a change from a day on asks first what becomes of those who have signed up", () =>
  town(async (world) => {
    const { ctx, seriesId, series, days, comes, offer } = await made(world);
    const shift = await comes("2026-12-15");
    const next = { ...series, startsOn: "2026-12-08", startsTime: "16:00" };
    expect(await changeSeries(ctx, seriesId, next)).toEqual({ ok: false, because: "signedUp" });
    expect(await changeSeries(ctx, seriesId, next, { keep: true })).toEqual({ ok: true, value: { kept: 1 } });
    const times = async () =>
      new Map(
        (await listShifts(ctx, offer, { limit: 99 })).map((one) => [dayOf(one.startsAt), one.startsAt]),
      );
    expect(await days()).toEqual(eightWeeks);
    expect((await times()).get("2026-12-01")).toEqual(instantAt("2026-12-01", "15:00"));
    expect((await times()).get("2026-12-08")).toEqual(instantAt("2026-12-08", "16:00"));
    expect((await times()).get("2026-12-15")).toEqual(instantAt("2026-12-15", "15:00"));
    const why = { why: "Der Saal ist erst ab vier frei." };
    expect(await changeSeries(ctx, seriesId, next, why)).toEqual({ ok: true, value: { kept: 0 } });
    expect((await times()).get("2026-12-15")).toEqual(instantAt("2026-12-15", "16:00"));
    const [kept] = (await listMade(ctx, seriesId)).filter(({ id }) => id === shift);
    expect(kept).toMatchObject({ people: 1 });
  }));

test("a series ends after a day: empty shifts go, and nobody's shift goes without a word", () =>
  town(async (world) => {
    const { ctx, seriesId, days, comes } = await made(world);
    await comes("2026-12-15");
    expect(await endSeries(ctx, seriesId, "2026-12-08")).toEqual({ ok: false, because: "signedUp" });
    expect(await days()).toEqual(eightWeeks);
    await endSeries(ctx, seriesId, "2026-12-08", { keep: true });
    expect(await days()).toEqual(["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"]);
    await endSeries(ctx, seriesId, "2026-12-08", { why: "Wir hören auf." });
    expect(await days()).toEqual(["2026-11-24", "2026-12-01", "2026-12-08"]);
    expect(await makeShifts(ctx, seriesId)).toBe(0);
  }));

test("rules that nobody can follow, past beginnings and foreign roles are refused by name", () =>
  town(async (world) => {
    const { ctx, offer, series } = await made(world);
    const because = async (changes: Partial<typeof series>) => {
      const outcome = await addSeries(ctx, offer, { ...series, ...changes });
      return outcome.ok ? "done" : outcome.because;
    };
    expect(await because({ rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" })).toBe("never");
    expect(await because({ rule: "jeden Dienstag" })).toBe("unreadable");
    expect(await because({ rule: "FREQ=HOURLY" })).toBe("often");
    expect(await because({ startsOn: "2026-11-23" })).toBe("past");
    expect(await because({ minutes: 4_000 })).toBe("long");
    expect(await because({ needs: [] })).toBe("none");
    const other = await made(world);
    expect(await because({ needs: other.series.needs })).toBe("role");
  }));

test("only who writes the plan makes its series, and the other town sees none of it", () =>
  town(async (world) => {
    const { offer, series, seriesId } = await made(world);
    await expect(addSeries(world.as("volunteer"), offer, series)).rejects.toThrow(Forbidden);
    await expect(leaveOut(world.as("otherRepresentative"), seriesId, "2026-12-01")).rejects.toThrow(
      Forbidden,
    );
    await expect(endSeries(world.as("foreignCoordinator"), seriesId, "2026-12-01")).rejects.toThrow(NotFound);
  }));
