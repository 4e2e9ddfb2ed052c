import { expect, test } from "vitest";
import { Forbidden } from "#core/errors.ts";
import { addOrganization } from "#modules/organizations/commands.ts";
import { addContactPoint } from "#modules/organizations/contacts/commands.ts";
import { listContactPoints } from "#modules/organizations/contacts/queries.ts";
import { findOrganization, findSurvivor } from "#modules/organizations/queries.ts";
import { addRepresentative } from "#modules/organizations/representatives/commands.ts";
import { listSpeakers } from "#modules/organizations/representatives/queries.ts";
import { addSite } from "#modules/organizations/sites/commands.ts";
import { listSites } from "#modules/organizations/sites/queries.ts";
import { town } from "#test/world.ts";
import { keepApart, mergeOrganizations } from "./commands.ts";
import { listDoubles } from "./queries.ts";

const contact = { name: "Renate", task: "", email: "renate@example.org", phone: null, public: true };
const site = {
  name: "Schuppen",
  street: null,
  postcode: null,
  townName: null,
  openingHours: "",
  accessibility: [],
};

test("two entries become one: chosen values survive, what hangs on both comes together, the old address leads on", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const stub = await addOrganization(office, {
      name: "Teichfreunde Musterstadt",
      sector: "civil",
      registerNumber: "VR 7",
      phone: "03576 1",
      fields: ["environment"],
    });
    for (const id of [stub.id, world.club]) await addContactPoint(office, id, contact);
    await addContactPoint(office, stub.id, { ...contact, name: "Jens", email: "jens@example.org" });
    await addSite(office, stub.id, site);
    await addRepresentative(office, stub.id, world.cast.representative.id);
    await addRepresentative(office, stub.id, world.cast.volunteer.id);

    expect(await mergeOrganizations(office, stub.id, world.club, { name: "from" })).toEqual({
      ok: true,
      value: world.club,
    });

    expect(await findOrganization(office, world.club)).toMatchObject({
      name: "Teichfreunde Musterstadt",
      registerNumber: "VR 7",
      phone: "03576 1",
      email: "teichfreunde@musterstadt.example",
      fields: ["environment"],
    });
    expect((await listContactPoints(office, world.club)).map(({ name }) => name)).toEqual(["Jens", "Renate"]);
    expect(await listSites(office, world.club)).toHaveLength(1);
    expect((await listSpeakers(office, world.club)).map(({ name }) => name).sort()).toEqual([
      "Frieda Freiwillig",
      "Vera Verein",
    ]);
    expect(await findOrganization(office, stub.id)).toBeUndefined();
    expect(await findSurvivor(world.as("visitor"), stub.slug)).toBe("teichfreunde");

    const redirect = await world.request("GET", `/organisationen/${stub.slug}`);
    expect([redirect.status, redirect.headers.get("location")]).toEqual([
      301,
      "/organisationen/teichfreunde",
    ]);
    const event = await office.db
      .selectFrom("events")
      .selectAll()
      .where("name", "=", "organization.merged")
      .executeTakeFirstOrThrow();
    expect(event.data).toMatchObject({
      from: stub.id,
      into: world.club,
      formerTitle: "Teichfreunde Musterstadt",
    });
  }));

test("one cannot be merged with itself, nor by others than the office", () =>
  town(async (world) => {
    expect(await mergeOrganizations(world.as("coordinator"), world.club, world.club)).toEqual({
      ok: false,
      because: "same",
    });
    await expect(
      mergeOrganizations(world.as("representative"), world.club, world.youthCenter),
    ).rejects.toThrow(Forbidden);
  }));

test("what the office told apart is not suggested again", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await addOrganization(office, { name: "Teichfreunde Musterstadt", sector: "civil" });
    expect(
      (await listDoubles(office)).map(({ first, second }) => [first.id, second.id].sort()),
    ).toContainEqual([id, world.club].sort());
    await keepApart(office, id, world.club);
    await keepApart(office, world.club, id);
    expect((await listDoubles(office)).flatMap(({ first, second }) => [first.id, second.id])).not.toContain(
      id,
    );
    expect(await listDoubles(world.as("representative"))).toEqual([]);
  }));
