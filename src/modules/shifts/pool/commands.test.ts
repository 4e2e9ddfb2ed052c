import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import { read } from "#core/input.ts";
import { instantAt } from "#core/local-time.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { addRole, addShift, changeSettings } from "#modules/shifts/commands.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { town, type World } from "#test/world.ts";
import { addHelper, changeHelper, pairHelpers, removeHelper, tellWishes } from "./commands.ts";
import { findWishes, listHelpers, listPairs, listWishes } from "./queries.ts";

const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

/** A festival of the club that asks for wishes, with one shift. */
const festival = async (world: World, mode: "wishes" | "open" = "wishes") => {
  const ctx = world.as("representative");
  const office = world.as("coordinator");
  const input = read(ctx, OpportunityInput, {
    title: "Teichfest",
    summary: "Ein Fest.",
    rhythm: "once",
    fields: ["culture"],
    townName: "Musterstadt",
  });
  if (!input.ok) throw new Error("no offer");
  const { id } = await addOpportunity(office, world.club, input.value);
  await changeSettings(ctx, id, { mode });
  const roleId = value(await addRole(ctx, id, { name: "Ausschank" }));
  const at = (time: string) => instantAt("2026-12-05", time);
  const shift = value(
    await addShift(ctx, id, {
      startsAt: at("14:00"),
      endsAt: at("17:00"),
      needs: [{ roleId, minimum: 1, maximum: 3 }],
    }),
  );
  const [need] = (await findShift(ctx, shift))?.needs ?? [];
  if (!need) throw new Error("no need");
  value(await publishOpportunity(office, id));
  return { id, need: need.id, shift };
};

test("a person tells how gladly they come; telling again replaces it instead of adding", () =>
  town(async (world) => {
    const { id, need } = await festival(world);
    const me = world.as("volunteer");
    value(await tellWishes(me, id, { mostShifts: 2, wishes: [{ needId: need, preference: 3 }] }));
    value(await tellWishes(me, id, { mostShifts: 1, wishes: [{ needId: need, preference: 1 }] }));
    const wishes = await findWishes(me, id, world.cast.volunteer.id);
    expect(wishes).toMatchObject({ mostShifts: 1 });
    expect([...(wishes?.wishes ?? [])]).toEqual([[need, 1]]);
    value(await tellWishes(me, id, { wishes: [] }));
    expect(await listWishes(world.as("coordinator"), id)).toEqual([]);
    expect((await listHelpers(world.as("coordinator"), id)).items).toMatchObject([
      { name: "Frieda Freiwillig", places: 0, wished: 0 },
    ]);
  }));

test("where nobody asks for wishes none are taken, and places of another offer are no wish here", () =>
  town(async (world) => {
    const closed = await festival(world, "open");
    const me = world.as("volunteer");
    expect(await tellWishes(me, closed.id, { wishes: [] })).toEqual({ ok: false, because: "closed" });
    const open = await festival(world);
    value(await tellWishes(me, open.id, { wishes: [{ needId: closed.need, preference: 3 }] }));
    expect(await listWishes(world.as("coordinator"), open.id)).toEqual([]);
  }));

test("the organization keeps its own pool: limits, wishes by phone, pairs; and nobody stands in it twice", () =>
  town(async (world) => {
    const { id, need } = await festival(world);
    const ctx = world.as("representative");
    const one = value(await addHelper(ctx, id, world.cast.volunteer.id, { mostShifts: 2, hoursADay: 4 }));
    const two = value(await addHelper(ctx, id, world.cast.neighborhood.id));
    expect(await addHelper(ctx, id, world.cast.neighborhood.id)).toEqual({ ok: false, because: "already" });
    await changeHelper(ctx, id, one, { hoursAWeek: 6, wishes: [{ needId: need, preference: 2 }] });
    const { items } = await listHelpers(ctx, id, { words: "frieda" });
    expect(items).toMatchObject([{ mostShifts: null, mostMinutesAWeek: 360, wished: 1 }]);
    value(await pairHelpers(ctx, id, [two, one], "together"));
    value(await pairHelpers(ctx, id, [one, two], "apart"));
    expect(await listPairs(ctx, id)).toMatchObject([{ kind: "apart" }]);
    expect(await pairHelpers(ctx, id, [one, one], "apart")).toEqual({ ok: false, because: "self" });
    await pairHelpers(ctx, id, [one, two], undefined);
    expect(await listPairs(ctx, id)).toEqual([]);
    await removeHelper(ctx, id, one);
    expect((await listHelpers(ctx, id)).total).toBe(1);
  }));

test("nobody else writes a pool: not other organizations, not volunteers, not the other town", () =>
  town(async (world) => {
    const { id } = await festival(world);
    const helper = value(await addHelper(world.as("coordinator"), id, world.cast.volunteer.id));
    for (const part of ["volunteer", "otherRepresentative", "partner", "editor"] as const) {
      await expect(addHelper(world.as(part), id, world.cast.neighborhood.id)).rejects.toThrow(Forbidden);
      await expect(removeHelper(world.as(part), id, helper)).rejects.toThrow(Forbidden);
    }
    await expect(removeHelper(world.as("foreignCoordinator"), id, helper)).rejects.toThrow(NotFound);
    const other = await festival(world);
    await expect(removeHelper(world.as("coordinator"), other.id, helper)).rejects.toThrow(NotFound);
  }));

test("a child is only asked when a guardian has agreed", () =>
  town(async (world) => {
    const { id } = await festival(world);
    await world.sql(`update people set age_band = 'under16' where id = '${world.cast.volunteer.id}'`);
    expect(await tellWishes(world.as("volunteer"), id, { wishes: [] })).toEqual({
      ok: false,
      because: "guardian",
    });
    expect(await addHelper(world.as("coordinator"), id, world.cast.volunteer.id)).toEqual({
      ok: false,
      because: "guardian",
    });
  }));
