import { expect, test } from "vitest";
import { type EventName, listen } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { cancelShift } from "#modules/shifts/commands.ts";
import { cancelSignup, signUp } from "#modules/shifts/signups/commands.ts";
import { findSignup } from "#modules/shifts/signups/queries.ts";
import { waiting } from "#modules/shifts/waiting/module.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";
import { erasePersonal } from "./commands.ts";
import { calendarOf, findMine, mineOf, showPersonal } from "./queries.ts";

for (const [name, reaction] of Object.entries(waiting.reactions ?? {})) listen(name as EventName, reaction);

const on = (day: string) => ({ startsAt: instantAt(day, "09:00"), endsAt: instantAt(day, "12:00") });

const stage = async (world: World) => {
  const office = world.as("coordinator");
  const festival = await festivalOf(office, world.club);
  const saturday = await shiftOf(office, festival, on("2026-12-05"), 1);
  const sunday = await shiftOf(office, festival, on("2026-12-06"), 1);
  const sign = async (who: "volunteer" | "neighborhood", needId: Id<"shiftNeed">) =>
    made(await signUp(world.as(who), { needIds: [needId] }))[0]?.signupId as Id<"signup">;
  return { office, saturday, sunday, sign };
};

test("my shifts: what is offered, what I hold, where I wait; the first one calls for an answer", () =>
  town(async (world) => {
    const { saturday, sunday, sign } = await stage(world);
    const theirs = await sign("neighborhood", saturday.needId);
    await sign("volunteer", saturday.needId);
    await sign("volunteer", sunday.needId);
    const ctx = world.as("volunteer");
    const before = await findMine(ctx);
    expect([before.offered.length, before.held.length, before.waiting.length]).toEqual([0, 1, 1]);
    expect([...before.positions.values()]).toEqual([1]);
    made(await cancelSignup(world.as("neighborhood"), theirs));
    const after = await findMine(ctx);
    expect([after.offered.length, after.held.length, after.waiting.length]).toEqual([1, 1, 0]);
    expect((await mineOf(ctx)).map((entry) => entry.waiting)).toEqual([true, false]);
    expect(await mineOf(world.as("visitor"))).toEqual([]);
  }));

test("my own calendar keeps what fell out as canceled, and its number only grows", () =>
  town(async (world) => {
    const { office, saturday, sunday, sign } = await stage(world);
    await sign("volunteer", saturday.needId);
    const second = await sign("volunteer", sunday.needId);
    const ctx = world.as("volunteer");
    const read = async () =>
      new Map(
        (await calendarOf(ctx, world.cast.volunteer.id)).map((entry) => [+new Date(entry.start), entry]),
      );
    const before = await read();
    expect([...before.values()].map(({ canceled }) => canceled)).toEqual([false, false]);
    made(await cancelShift(office, saturday.shiftId, "Sturm"));
    made(await cancelSignup(ctx, second));
    const after = await read();
    expect([...after.values()].map(({ canceled }) => canceled)).toEqual([true, true]);
    for (const [start, entry] of after) {
      expect(entry.revision).toBeGreaterThan(before.get(start)?.revision ?? Number.NaN);
      expect(entry.id).toBe(before.get(start)?.id);
    }
  }));

test("who leaves takes every word along, frees the places, and leaves a number without a name", () =>
  town(async (world) => {
    const { office, saturday, sign } = await stage(world);
    const mine = await sign("volunteer", saturday.needId);
    const next = await sign("neighborhood", saturday.needId);
    const me = world.cast.volunteer.id;
    await office.db
      .updateTable("signups")
      .set({ words: "Ich bringe Kuchen" })
      .where("id", "=", mine)
      .execute();
    const shown = await showPersonal(world.as("volunteer"), me);
    expect(shown.signups).toMatchObject([{ words: "Ich bringe Kuchen", steps: [{ state: "confirmed" }] }]);
    await erasePersonal(world.as("system"), me);
    expect((await showPersonal(office, me)).signups).toEqual([]);
    expect(await findSignup(office, mine)).toMatchObject({ state: "removed", name: "–", words: "" });
    expect(await findSignup(office, next)).toMatchObject({ state: "offered" });
  }));
