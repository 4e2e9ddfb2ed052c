import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { listTasks } from "#modules/desk/queries.ts";
import { addShift, cancelShift } from "#modules/shifts/commands.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";
import { watchPlans } from "./commands.ts";

const thinPlan = async (world: World, day: string) => {
  const ctx = world.as("coordinator");
  const festival = await festivalOf(ctx, world.club);
  const needs = [{ roleId: festival.roleId, minimum: 1, maximum: 3 }];
  const span = { startsAt: instantAt(day, "09:00"), endsAt: instantAt(day, "12:00") };
  return { ctx, festival, shift: made(await addShift(ctx, festival.id, { ...span, needs })) };
};

const tasksOf = async (world: World) =>
  (await listTasks(world.as("coordinator"), { view: "all" })).filter(({ kind }) => kind === "shift");

test("where people are missing within a week the office is told, once a plan, until there are enough", () =>
  town(async (world) => {
    const { ctx, festival, shift } = await thinPlan(world, "2026-11-28");
    await watchPlans(world.as("system"));
    await watchPlans(world.as("system"));
    expect(await tasksOf(world)).toMatchObject([
      {
        title: expect.stringMatching(/^Lichterfest .*: Es fehlt noch jemand$/u),
        detail: "Eine Schicht, Sa 28. November, 9–12 Uhr",
        path: `/schichtplan/${festival.id}?duenn=on`,
        dueAt: instantAt("2026-11-26", "09:00"),
      },
    ]);
    const needId = (await findShift(ctx, shift))?.needs[0]?.id;
    if (!needId) throw new Error("the shift needs nobody");
    made(await assign(ctx, { needId, personId: world.cast.volunteer.id, how: "office" }));
    await watchPlans(world.as("system"), festival.id);
    expect(await tasksOf(world)).toEqual([]);
  }));

test("what is further away, called off or over is no task", () =>
  town(async (world) => {
    const { ctx, shift } = await thinPlan(world, "2026-11-30");
    await thinPlan(world, "2026-12-02");
    await watchPlans(world.as("system"));
    expect(await tasksOf(world)).toHaveLength(1);
    made(await cancelShift(ctx, shift, "Regen"));
    await watchPlans(world.as("system"));
    expect(await tasksOf(world)).toEqual([]);
    const later = world.as("system", { now: instantAt("2026-12-01", "06:20") });
    await watchPlans(later);
    expect(await tasksOf(world)).toHaveLength(1);
    await watchPlans(world.as("system", { now: instantAt("2026-12-02", "09:00") }));
    expect(await tasksOf(world)).toEqual([]);
  }));
