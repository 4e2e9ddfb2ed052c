import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { changeSettings } from "#modules/shifts/commands.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";
import {
  addWalkIn,
  approve,
  assign,
  cancelSignup,
  decline,
  passOn,
  removeSignup,
  signUp,
} from "./commands.ts";
import { findSignup, listSteps, signupsOf } from "./queries.ts";

const saturday = "2026-12-05";
const hours = (from: string, to: string, day = saturday) => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
});

const stage = async (world: World, maximum = 2) => {
  const office = world.as("representative");
  const festival = await festivalOf(world.as("coordinator"), world.club);
  const morning = await shiftOf(office, festival, hours("09:00", "12:00"), maximum);
  const noon = await shiftOf(office, festival, hours("12:00", "15:00"), maximum);
  const between = await shiftOf(office, festival, hours("11:00", "13:00"), maximum);
  return { office, festival, morning, noon, between };
};

const takenOf = async (world: World, shiftId: Id<"shift">) => {
  const shift = await findShift(world.as("coordinator"), shiftId);
  return shift?.needs.map(({ taken, waiting }) => [taken, waiting]);
};

test("several shifts in one go: touching ones fit, and the offer counts its places", () =>
  town(async (world) => {
    const { festival, morning, noon } = await stage(world);
    const ctx = world.as("volunteer");
    const placed = made(await signUp(ctx, { needIds: [morning.needId, noon.needId] }));
    expect(placed.map(({ state, number }) => [state, number])).toEqual([
      ["confirmed", 1],
      ["confirmed", 1],
    ]);
    expect(await takenOf(world, morning.shiftId)).toEqual([[1, 0]]);
    expect(await findOpportunity(ctx, festival.id)).toMatchObject({ seats: 6, seatsTaken: 2 });
    const mine = await signupsOf(ctx, world.cast.volunteer.id, { from: world.now, limit: 10 });
    expect(mine.map(({ role, state }) => [role, state])).toEqual([
      ["Ausschank", "confirmed"],
      ["Ausschank", "confirmed"],
    ]);
    expect(await listSteps(ctx, placed[0]?.signupId as Id<"signup">)).toMatchObject([
      { state: "confirmed", reason: "free", by: "Frieda Freiwillig" },
    ]);
  }));

test("overlapping shifts are refused as a whole, whether chosen together or one after the other", () =>
  town(async (world) => {
    const { morning, between, noon } = await stage(world);
    const ctx = world.as("volunteer");
    const both = await signUp(ctx, { needIds: [morning.needId, between.needId] });
    expect(both).toEqual({ ok: false, because: "overlap" });
    made(await signUp(ctx, { needIds: [morning.needId] }));
    const second = await signUp(ctx, { needIds: [noon.needId, between.needId] });
    expect(second).toEqual({ ok: false, because: "overlap" });
    expect(await signUp(ctx, { needIds: [between.needId] })).toEqual({ ok: false, because: "overlap" });
    expect(await takenOf(world, noon.shiftId)).toEqual([[0, 0]]);
    expect(await signUp(ctx, { needIds: [morning.needId] })).toEqual({ ok: false, because: "already" });
    const other = await festivalOf(world.as("coordinator"), world.club);
    const evening = await shiftOf(world.as("coordinator"), other, hours("18:00", "20:00"), 2);
    const mixed = await signUp(ctx, { needIds: [noon.needId, evening.needId] });
    expect(mixed).toEqual({ ok: false, because: "nothing" });
  }));

test("whoever comes later waits in the order of arrival; a group takes as many places as it has people", () =>
  town(async (world) => {
    const { morning } = await stage(world, 4);
    const needIds = [morning.needId];
    const group = made(await signUp(world.as("volunteer"), { needIds, party: 3, partyNames: "Ada, Ben" }));
    const two = made(await signUp(world.as("neighborhood"), { needIds, party: 2 }));
    const one = made(await signUp(world.as("partner"), { needIds }));
    expect([group, two, one].map(([placed]) => [placed?.state, placed?.number])).toEqual([
      ["confirmed", 1],
      ["waiting", 2],
      ["confirmed", 3],
    ]);
    expect(await takenOf(world, morning.shiftId)).toEqual([[4, 1]]);
  }));

test("canceling frees the place and may be done twice; the same person can sign up again", () =>
  town(async (world) => {
    const { festival, morning } = await stage(world);
    const ctx = world.as("volunteer");
    const needIds = [morning.needId];
    const [placed] = made(await signUp(ctx, { needIds }));
    const id = placed?.signupId as Id<"signup">;
    await expect(cancelSignup(world.as("neighborhood"), id)).rejects.toThrow(NotFound);
    await expect(cancelSignup(world.as("otherRepresentative"), id)).rejects.toThrow(NotFound);
    made(await cancelSignup(ctx, id, "Ich bin krank."));
    made(await cancelSignup(ctx, id));
    expect(await takenOf(world, morning.shiftId)).toEqual([[0, 0]]);
    expect(await findOpportunity(ctx, festival.id)).toMatchObject({ seatsTaken: 0 });
    expect(await listSteps(ctx, id)).toMatchObject([
      { state: "confirmed" },
      { state: "canceled", reason: "self", words: "Ich bin krank." },
    ]);
    expect(made(await signUp(ctx, { needIds }))[0]).toMatchObject({ state: "confirmed", number: 2 });
  }));

test("a plan that asks first holds the place until the planner says yes or no", () =>
  town(async (world) => {
    const { office, festival, morning, noon } = await stage(world);
    made(await changeSettings(office, festival.id, { approval: "asked", cancelHours: 48 }));
    const ctx = world.as("volunteer");
    const [first, second] = made(await signUp(ctx, { needIds: [morning.needId, noon.needId] }));
    expect([first?.state, second?.state]).toEqual(["asked", "asked"]);
    expect(await takenOf(world, morning.shiftId)).toEqual([[1, 0]]);
    await expect(approve(ctx, first?.signupId as Id<"signup">)).rejects.toThrow(Forbidden);
    made(await approve(office, first?.signupId as Id<"signup">));
    made(await decline(office, second?.signupId as Id<"signup">, "Dort sind wir genug."));
    expect(await takenOf(world, noon.shiftId)).toEqual([[0, 0]]);
    expect(await approve(office, second?.signupId as Id<"signup">)).toEqual({ ok: false, because: "over" });
    const late = world.as("volunteer", { now: new Date(+hours("09:00", "12:00").startsAt - 3_600_000) });
    expect(await cancelSignup(late, first?.signupId as Id<"signup">)).toEqual({ ok: false, because: "late" });
    made(await removeSignup(office, first?.signupId as Id<"signup">, "Der Stand fällt aus."));
    expect(await findSignup(ctx, first?.signupId as Id<"signup">)).toMatchObject({ state: "removed" });
  }));

test("closed plans, shifts that have begun, and plans of wishes take no sign-ups of people, only of the planner", () =>
  town(async (world) => {
    const { office, festival, morning } = await stage(world);
    const needIds = [morning.needId];
    const late = world.as("volunteer", { now: hours("09:00", "12:00").startsAt });
    expect(await signUp(late, { needIds })).toEqual({ ok: false, because: "past" });
    for (const mode of ["wishes", "closed"] as const) {
      made(await changeSettings(office, festival.id, { mode }));
      expect(await signUp(world.as("volunteer"), { needIds })).toEqual({ ok: false, because: "closed" });
    }
    const personId = world.cast.volunteer.id;
    await expect(signUp(world.as("neighborhood"), { needIds, personId })).rejects.toThrow(Forbidden);
    expect(made(await signUp(office, { needIds, personId, how: "office" }))[0]?.state).toBe("confirmed");
  }));

test("who is too young is told so; whose age nobody knows is asked about", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const festival = await festivalOf(office, world.club, { name: "Ausschank", minimumAge: 18 });
    const { needId } = await shiftOf(office, festival, hours("18:00", "22:00"), 5);
    const age = (band: string | null, id: string) =>
      world.sql("update people set age_band = $1 where id = $2", [band, id]);
    await age("16to17", world.cast.volunteer.id);
    await age(null, world.cast.neighborhood.id);
    expect(await signUp(world.as("volunteer"), { needIds: [needId] })).toEqual({ ok: false, because: "age" });
    expect(made(await signUp(world.as("neighborhood"), { needIds: [needId] }))[0]?.state).toBe("asked");
    expect(made(await signUp(world.as("partner"), { needIds: [needId] }))[0]?.state).toBe("confirmed");
  }));

test("a role that asks for a qualification takes those who hold it on that day", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const qualification = (
      await office.db
        .insertInto("qualifications")
        .values({ name: "Belehrung" })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
    const role = { name: "Ausschank", qualificationIds: [qualification] };
    const festival = await festivalOf(office, world.club, role);
    const { needId } = await shiftOf(office, festival, hours("18:00", "22:00"), 5);
    const hold = (personId: Id<"person">, validUntil: string) =>
      office.db
        .insertInto("heldQualifications")
        .values({
          personId,
          qualificationId: qualification,
          heldSince: "2026-01-01",
          validUntil,
          seenAt: world.now,
        })
        .execute();
    await hold(world.cast.volunteer.id, saturday);
    await hold(world.cast.neighborhood.id, "2026-12-04");
    expect(made(await signUp(world.as("volunteer"), { needIds: [needId] }))[0]?.state).toBe("confirmed");
    const expired = await signUp(world.as("neighborhood"), { needIds: [needId] });
    expect(expired).toEqual({ ok: false, because: "qualification" });
  }));

test("the planner assigns without rules, but never two places at one time and never more than there are", () =>
  town(async (world) => {
    const { office, morning, between } = await stage(world, 1);
    const give = (needId: Id<"shiftNeed">, personId: Id<"person">) =>
      assign(office, { needId, personId, how: "plan", fixed: true });
    const { volunteer, neighborhood } = world.cast;
    made(await signUp(world.as("neighborhood"), { needIds: [between.needId] }));
    made(await give(morning.needId, volunteer.id));
    expect(await give(morning.needId, volunteer.id)).toEqual({ ok: false, because: "already" });
    expect(await give(morning.needId, neighborhood.id)).toEqual({ ok: false, because: "full" });
    expect(await give(between.needId, volunteer.id)).toEqual({ ok: false, because: "full" });
    await expect(
      assign(world.as("otherRepresentative"), {
        needId: morning.needId,
        personId: volunteer.id,
        how: "plan",
      }),
    ).rejects.toThrow(Forbidden);
    const foreign = world.as("foreignCoordinator");
    await expect(
      assign(foreign, { needId: morning.needId, personId: volunteer.id, how: "plan" }),
    ).rejects.toThrow(NotFound);
  }));

test("whoever waits or was asked about is confirmed when the planner assigns them", () =>
  town(async (world) => {
    const { office, festival, morning } = await stage(world, 1);
    const personId = world.cast.volunteer.id;
    made(await changeSettings(office, festival.id, { approval: "asked" }));
    const [asked] = made(await signUp(world.as("volunteer"), { needIds: [morning.needId] }));
    const placed = made(await assign(office, { needId: morning.needId, personId, how: "plan" }));
    expect(placed.signupId).toBe(asked?.signupId);
    expect(await takenOf(world, morning.shiftId)).toEqual([[1, 0]]);
  }));

test("somebody who just comes along is on the list, and a full need grows by them", () =>
  town(async (world) => {
    const { office, morning } = await stage(world, 1);
    made(await signUp(world.as("volunteer"), { needIds: [morning.needId] }));
    const needId = morning.needId;
    const id = made(await addWalkIn(office, { needId, name: "Herr Vogt", party: 2 }));
    expect(await findSignup(office, id)).toMatchObject({
      name: "Herr Vogt",
      state: "confirmed",
      how: "walk_in",
    });
    expect(await takenOf(world, morning.shiftId)).toEqual([[3, 0]]);
    const personId = world.cast.volunteer.id;
    expect(await addWalkIn(office, { needId, personId })).toEqual({ ok: false, because: "already" });
  }));

test("a place that is passed on is never free in between", () =>
  town(async (world) => {
    const { morning, between } = await stage(world, 1);
    const [mine] = made(await signUp(world.as("volunteer"), { needIds: [morning.needId] }));
    made(await signUp(world.as("partner"), { needIds: [between.needId] }));
    const waiting = made(await signUp(world.as("colleague"), { needIds: [morning.needId] }));
    expect(waiting[0]?.state).toBe("waiting");
    const id = mine?.signupId as Id<"signup">;
    const ctx = world.as("volunteer");
    expect(await passOn(ctx, id, world.cast.partner.id)).toEqual({ ok: false, because: "overlap" });
    const next = made(await passOn(ctx, id, world.cast.neighborhood.id));
    expect(await findSignup(world.as("neighborhood"), next)).toMatchObject({
      state: "confirmed",
      how: "handover",
    });
    expect(await findSignup(ctx, id)).toMatchObject({ state: "canceled" });
    expect(await takenOf(world, morning.shiftId)).toEqual([[1, 1]]);
  }));
