import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { assign, signUp } from "#modules/shifts/signups/commands.ts";
import { findSignup } from "#modules/shifts/signups/queries.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { stageOfFile, testNow, town, type World } from "#test/world.ts";
import { keepSignup, moveSignup } from "./commands.ts";
import { listCandidates, listTargets } from "./queries.ts";

const at = (day: string, from: string, to: string) => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
});

const plan = async (world: World) => {
  const ctx = world.as("representative");
  const festival = await festivalOf(world.as("coordinator"), world.club);
  const early = await shiftOf(ctx, festival, at("2026-12-05", "10:00", "12:00"), 1);
  const late = await shiftOf(ctx, festival, at("2026-12-05", "12:00", "14:00"), 1);
  const put = async (part: "volunteer" | "neighborhood", needId: Id<"shiftNeed">) =>
    made(await assign(ctx, { needId, personId: world.cast[part].id, how: "office" })).signupId;
  return { ctx, festival, early, late, put };
};

const takenOf = async (world: World, shiftId: Id<"shift">) =>
  (await findShift(world.as("coordinator"), shiftId))?.needs.map(({ taken }) => taken);

test("who is moved keeps the same sign-up, at the other place and time, and hears of it", () =>
  town(async (world) => {
    const { ctx, early, late, put } = await plan(world);
    const id = await put("volunteer", early.needId);
    expect(await moveSignup(ctx, id, late.needId)).toEqual({ ok: true, value: null });
    expect(await findSignup(ctx, id)).toMatchObject({ needId: late.needId, state: "confirmed" });
    expect(await takenOf(world, early.shiftId)).toEqual([0]);
    expect(await takenOf(world, late.shiftId)).toEqual([1]);
    const { rows } = await world.sql(
      "select title, text from notices where kind = 'shift' and key like 'signup.moved%'",
    );
    expect(rows).toMatchObject([{ title: "Ihre neue Schicht: Sa 5. Dezember, 12–14 Uhr" }]);
    expect(String(rows[0]?.["text"])).toContain("Bisher war es: Ausschank, Sa 5. Dezember, 10–12 Uhr");
    // The time of the old shift is theirs again.
    await put("volunteer", early.needId);
  }));

test("nobody is moved to a full place, into two shifts at once, or to another plan", () =>
  town(async (world) => {
    const { ctx, festival, early, late, put } = await plan(world);
    const id = await put("volunteer", early.needId);
    await put("neighborhood", late.needId);
    expect(await moveSignup(ctx, id, late.needId)).toEqual({ ok: false, because: "full" });
    const other = await shiftOf(ctx, festival, at("2026-12-06", "10:00", "12:00"), 2);
    const same = await shiftOf(ctx, festival, at("2026-12-06", "11:00", "13:00"), 2);
    const second = await put("volunteer", other.needId);
    expect(await moveSignup(ctx, id, same.needId)).toEqual({ ok: false, because: "overlap" });
    expect(await moveSignup(ctx, second, same.needId)).toMatchObject({ ok: true });
    const elsewhere = await festivalOf(world.as("coordinator"), world.youthCenter);
    const foreign = await shiftOf(world.as("coordinator"), elsewhere, at("2026-12-07", "10:00", "12:00"), 2);
    await expect(moveSignup(ctx, id, foreign.needId)).rejects.toThrow(NotFound);
    await expect(moveSignup(world.as("otherRepresentative"), id, same.needId)).rejects.toThrow(Forbidden);
    await expect(moveSignup(world.as("foreignCoordinator"), id, same.needId)).rejects.toThrow(NotFound);
    expect(await takenOf(world, early.shiftId)).toEqual([1]);
  }));

test("the place somebody leaves is offered to the one who waits for it", () =>
  town(async (world) => {
    const { ctx, early, late, put } = await plan(world);
    const id = await put("volunteer", early.needId);
    const [waiting] = made(await signUp(world.as("neighborhood"), { needIds: [early.needId] }));
    expect(waiting?.state).toBe("waiting");
    await moveSignup(ctx, id, late.needId);
    expect(waiting && (await findSignup(ctx, waiting.signupId))).toMatchObject({ state: "offered" });
    expect(await takenOf(world, early.shiftId)).toEqual([1]);
  }));

test("only whoever writes the plan keeps somebody in place, and the list of places shows those with room", () =>
  town(async (world) => {
    const { ctx, festival, early, late, put } = await plan(world);
    const id = await put("volunteer", early.needId);
    await keepSignup(ctx, id, true);
    expect(await findSignup(ctx, id)).toMatchObject({ fixed: true });
    await keepSignup(ctx, id, false);
    expect(await findSignup(ctx, id)).toMatchObject({ fixed: false });
    await expect(keepSignup(world.as("volunteer"), id, true)).rejects.toThrow(Forbidden);
    const targets = () => listTargets(ctx, festival, { needId: early.needId, party: 1 });
    expect((await targets()).map(({ needId }) => needId)).toEqual([late.needId]);
    expect(await listCandidates(ctx, festival.id)).toMatchObject([{ id: world.cast.volunteer.id }]);
    await put("neighborhood", late.needId);
    expect(await targets()).toEqual([]);
  }));

test("two are moved to the last place at once: one comes, the other is told; and crossing moves never block", async () => {
  const { database, scene } = await stageOfFile();
  const { db, pool } = openDatabase(database.connection, 12);
  const moment = { place: scene.first, now: testNow, language: "de" };
  const as = <T>(work: (ctx: Context) => Promise<T>) =>
    during(db, { ...moment, actor: scene.cast.coordinator }, "read write", work);
  try {
    const scenery = await as(async (ctx) => {
      const festival = await festivalOf(ctx, scene.club);
      const one = await shiftOf(ctx, festival, at("2026-12-05", "10:00", "12:00"), 2);
      const two = await shiftOf(ctx, festival, at("2026-12-06", "10:00", "12:00"), 2);
      const last = await shiftOf(ctx, festival, at("2026-12-07", "10:00", "12:00"), 1);
      const put = async (part: "volunteer" | "neighborhood", needId: Id<"shiftNeed">) =>
        made(await assign(ctx, { needId, personId: scene.cast[part].id, how: "office" })).signupId;
      const ids = [await put("volunteer", one.needId), await put("neighborhood", two.needId)] as const;
      return { ids, one, two, last };
    });
    const { ids, one, two, last } = scenery;
    const [first, second] = ids;
    for (let round = 0; round < 5; round += 1) {
      const [here, there] = round % 2 === 0 ? [two, one] : [one, two];
      await Promise.all([
        as((ctx) => moveSignup(ctx, first, here.needId)),
        as((ctx) => moveSignup(ctx, second, there.needId)),
      ]);
    }
    const outcomes = await Promise.all(ids.map((id) => as((ctx) => moveSignup(ctx, id, last.needId))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, because: "full" }]);
    const taken = await as(async (ctx) => {
      const shifts = await Promise.all([one, two, last].map(({ shiftId }) => findShift(ctx, shiftId)));
      return shifts.map((shift) => shift?.needs[0]?.taken ?? 0);
    });
    expect(taken[2]).toBe(1);
    expect(taken.reduce((sum, n) => sum + n, 0)).toBe(2);
  } finally {
    await pool.end();
  }
});
