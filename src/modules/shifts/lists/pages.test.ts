import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { addHelper } from "#modules/shifts/pool/commands.ts";
import { shortName } from "#modules/shifts/sheets/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";

const times = {
  startsAt: instantAt("2026-12-05", "14:00"),
  endsAt: instantAt("2026-12-05", "17:00"),
};

/** Two come to one shift: Frieda by the organization's own list, Nils by himself. */
const planned = async (world: World) => {
  const office = world.as("coordinator");
  const festival = await festivalOf(office, world.club);
  const { needId } = await shiftOf(office, festival, times, 4);
  await world.sql(`update people set phone = '03576 111' where id = '${world.cast.volunteer.id}'`);
  await world.sql(`update people set phone = '03576 222' where id = '${world.cast.neighborhood.id}'`);
  made(await addHelper(world.as("representative"), festival.id, world.cast.volunteer.id));
  for (const personId of [world.cast.volunteer.id, world.cast.neighborhood.id])
    made(await assign(office, { needId, personId, how: "office" }));
  return `/schichtplan/${festival.id}/listen`;
};

const read = async (world: World, path: string, as: "coordinator" | "representative") => {
  const reply = await world.request("GET", path, { as });
  expect(reply.status).toBe(200);
  return reply.text();
};

test("the office reads every phone number, the organization those that were given to it", () =>
  town(async (world) => {
    const path = await planned(world);
    const office = await read(world, path, "coordinator");
    expect(office).toContain("03576 111");
    expect(office).toContain("03576 222");
    const club = await read(world, path, "representative");
    expect(club).toContain("Nils Nachbar");
    expect(club).toContain("03576 111");
    expect(club).not.toContain("03576 222");
  }));

test("whose name is printed is written down; the sheet for the notice board names nobody", () =>
  town(async (world) => {
    const path = await planned(world);
    const looks = async () =>
      (await world.sql("select purpose from access_log where purpose like 'Listen zu%'")).rows.length;
    const sheet = await read(world, `${path}?blatt=anmeldung`, "representative");
    expect(sheet).toContain("Wer hilft mit?");
    expect(sheet).not.toMatch(/Frieda|Nils/u);
    expect(await looks()).toBe(0);
    await read(world, path, "representative");
    expect(await looks()).toBe(2);
  }));

test("on the wall surnames are shortened, on strips each finds their own shifts", () =>
  town(async (world) => {
    const path = await planned(world);
    const wall = await read(world, `${path}?blatt=tag`, "representative");
    expect(wall).toContain("Frieda F., Nils N.");
    expect(wall).not.toContain("Freiwillig");
    const strips = await read(world, `${path}?blatt=streifen`, "representative");
    expect(strips).toContain("Für Frieda Freiwillig");
    expect(strips).toContain("Sa 5. Dezember, 14–17 Uhr");
    expect(shortName("Anna Maria von Berg")).toBe("Anna B.");
    expect(shortName("Madonna")).toBe("Madonna");
  }));

test("a day without shifts says so, and nobody else prints the lists", () =>
  town(async (world) => {
    const path = await planned(world);
    await world.sql("update shifts set canceled_at = now()");
    expect(await read(world, path, "coordinator")).toContain("An diesen Tagen gibt es keine Schichten");
    for (const as of ["volunteer", "otherRepresentative", "editor"] as const)
      expect((await world.request("GET", path, { as })).status).toBe(403);
    const foreign = await world.request("GET", path, { as: "foreignCoordinator", town: "second" });
    expect(foreign.status).toBe(404);
  }));
