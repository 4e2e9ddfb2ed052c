import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { paths } from "#modules/shifts/paths.ts";
import { listRoles, listShifts } from "#modules/shifts/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";
import { leastField, mostField, readShifts } from "./queries.ts";

const as = "representative";

const add = (world: World, id: Id<"opportunity">, form: Record<string, string>) =>
  world.request("POST", paths.addShift(id), { as, form });

const timesOf = async (world: World, id: Id<"opportunity">) =>
  (await listShifts(world.as(as), id, { limit: 50 })).map(({ startsAt, endsAt }) => [startsAt, endsAt]);

test("one form adds the same shift on several days, and a night ends on the next morning", () =>
  town(async (world) => {
    const { id, roleId } = await festivalOf(world.as("coordinator"), world.club);
    const reply = await add(world, id, {
      day: "2026-12-04",
      startTime: "22:00",
      endTime: "02:00",
      untilDay: "2026-12-05",
      moreDays: "11.12.2026, 4.12.2026",
      [mostField(roleId)]: "3",
    });
    expect(reply.status).toBe(303);
    expect(reply.headers.get("location")).toBe(`${paths.plan(id)}?hinweis=angelegt`);
    expect(await timesOf(world, id)).toEqual(
      [
        ["2026-12-04", "2026-12-05"],
        ["2026-12-05", "2026-12-06"],
        ["2026-12-11", "2026-12-12"],
      ].map(([first = "", next = ""]) => [instantAt(first, "22:00"), instantAt(next, "02:00")]),
    );
    const [shift] = await listShifts(world.as(as), id, { limit: 1 });
    expect(shift?.needs).toMatchObject([{ minimum: 3, maximum: 3 }]);
  }));

test("what is wrong comes back with every word that was typed, and no shift is added", () =>
  town(async (world) => {
    const { id, roleId } = await festivalOf(world.as("coordinator"), world.club);
    const typed = {
      day: "2026-12-04",
      startTime: "9 Uhr",
      endTime: "12:00",
      moreDays: "übermorgen",
      words: "Bitte <feste> Schuhe",
      [leastField(roleId)]: "4",
      [mostField(roleId)]: "2",
    };
    const reply = await add(world, id, typed);
    const text = await reply.text();
    expect(reply.status).toBe(422);
    expect(text).toContain("Bitte prüfen Sie 3 Angaben");
    expect(text).toContain("„Mindestens“ darf nicht mehr sein als „höchstens“.");
    expect(text).toContain("Bitte schreiben Sie Tage wie 5.12.2026, mit Komma getrennt.");
    for (const word of ["9 Uhr", "übermorgen", "Bitte &lt;feste> Schuhe"]) expect(text).toContain(word);
    const past = { ...typed, startTime: "09:00", moreDays: "", [mostField(roleId)]: "4" };
    const refused = await add(world, id, { ...past, day: "2026-11-24" });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("Diese Zeit ist schon vorbei.");
    const many = await add(world, id, { ...past, untilDay: "2027-01-31" });
    expect(await many.text()).toContain("Auf einmal lassen sich höchstens 31 Schichten anlegen.");
    expect(await timesOf(world, id)).toEqual([]);
  }));

test("a shift over the night in which the clocks change lasts as long as it really does", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const { id, roleId } = await festivalOf(ctx, world.club);
    const hours = async (day: string) => {
      const body = { day, startTime: "22:00", endTime: "06:00", [mostField(roleId)]: "1" };
      const input = readShifts(ctx, await listRoles(ctx, id), body);
      const [shift] = input.ok ? input.value : [];
      return shift && (+shift.endsAt - +shift.startsAt) / 3_600_000;
    };
    expect(await hours("2027-03-26")).toBe(8);
    expect(await hours("2027-03-27")).toBe(7);
    expect(await hours("2027-10-30")).toBe(9);
  }));

test("changing says what stands against it, calling off asks for a reason and tells how many hear of it", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const festival = await festivalOf(ctx, world.club);
    const span = { startsAt: instantAt("2026-12-05", "10:00"), endsAt: instantAt("2026-12-05", "12:00") };
    const { shiftId, needId } = await shiftOf(ctx, festival, span, 2);
    for (const part of ["volunteer", "neighborhood"] as const)
      made(await assign(ctx, { needId, personId: world.cast[part].id, how: "office" }));
    const change = paths.changeShift(festival.id, shiftId);
    const page = await (await world.request("GET", change, { as })).text();
    expect(page).toContain("2 Menschen haben sich angemeldet.");
    expect(page).toContain('value="2026-12-05"');
    const form = {
      day: "2026-12-05",
      startTime: "10:00",
      endTime: "13:00",
      [mostField(festival.roleId)]: "1",
    };
    const refused = await world.request("POST", change, { as, form });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("So viele Plätze sind schon vergeben.");
    const cancel = paths.cancelShift(festival.id, shiftId);
    expect(await (await world.request("GET", cancel, { as })).text()).toContain("2 angemeldete Menschen");
    expect((await world.request("POST", cancel, { as, form: { why: " " } })).status).toBe(422);
    expect((await world.request("POST", cancel, { as, form: { why: "Sturm" } })).status).toBe(303);
    expect(await timesOf(world, festival.id)).toEqual([]);
  }));
