import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { timesBetween } from "#methods/week-parts.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { addShift } from "#modules/shifts/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf } from "#test/shifts.ts";
import { stageOfFile, testNow, town } from "#test/world.ts";
import { refreshOffers } from "./commands.ts";

/** Every start of the day against every length, over the nights in which the clocks change as well. */
const spans = ["2026-12-01", "2027-03-27", "2027-10-30"].flatMap((first, n) =>
  ["00:00", "11:59", "12:00", "17:00", "22:00"].flatMap((from, m) =>
    ["08:00", "12:00", "12:01", "17:00"].map((until) => {
      const day = plusDays(first, (n + m) % 2);
      return [instantAt(day, from), instantAt(until <= from ? plusDays(day, 1) : day, until)] as const;
    }),
  ),
);

test("SQL names the same parts of the week for a shift as everybody else does", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const { id, roleId } = await festivalOf(ctx, world.club);
    const times = [];
    for (const [startsAt, endsAt] of spans) {
      await world.sql("delete from shifts");
      const needs = [{ roleId, minimum: 0, maximum: 1 }];
      made(await addShift(ctx, id, { startsAt, endsAt, needs }));
      times.push((await findOpportunity(ctx, id))?.times);
    }
    expect(times).toEqual(spans.map(([startsAt, endsAt]) => timesBetween(startsAt, endsAt)));
  }));

test("more places than an offer can name still leave as many free as there are", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const { id, roleId } = await festivalOf(ctx, world.club);
    const span = { startsAt: instantAt("2026-12-01", "10:00"), endsAt: instantAt("2026-12-01", "12:00") };
    for (const maximum of [900, 600])
      made(await addShift(ctx, id, { ...span, needs: [{ roleId, minimum: 0, maximum }] }));
    await world.sql("update shift_needs set taken = 595");
    await refreshOffers(ctx, [id]);
    // 1,500 places, 1,190 of them held: 310 are free.
    expect(await findOpportunity(ctx, id)).toMatchObject({ seats: 1_000, seatsTaken: 690 });
    await world.sql("update shift_needs set taken = 0");
    await refreshOffers(ctx, [id]);
    expect(await findOpportunity(ctx, id)).toMatchObject({ seats: 1_000, seatsTaken: 0 });
  }));

test("ten who add a shift at once leave the offer with all ten", async () => {
  const { database, scene } = await stageOfFile();
  const { db, pool } = openDatabase(database.connection, 12);
  const moment = { place: scene.first, now: testNow, language: "de", actor: scene.cast.coordinator };
  const as = <T>(work: (ctx: Context) => Promise<T>) => during(db, moment, "read write", work);
  try {
    const { id, roleId } = await as((ctx) => festivalOf(ctx, scene.club));
    const add = (hour: number) =>
      as(async (ctx) => {
        const startsAt = instantAt("2026-12-01", `${hour}:00`);
        const endsAt = instantAt("2026-12-01", `${hour + 1}:00`);
        made(await addShift(ctx, id, { startsAt, endsAt, needs: [{ roleId, minimum: 1, maximum: 3 }] }));
      });
    await Promise.all(Array.from({ length: 10 }, (_, n) => add(10 + n)));
    expect(await as((ctx) => findOpportunity(ctx, id))).toMatchObject({
      seats: 30,
      startsAt: instantAt("2026-12-01", "10:00"),
      endsAt: instantAt("2026-12-01", "20:00"),
    });
  } finally {
    await pool.end();
  }
});
