import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import { town } from "#test/world.ts";
import { addOrganization, changeOrganization, hideOrganization, verifyOrganization } from "./commands.ts";
import {
  contactsOf,
  findOrganization,
  findOrganizationBySlug,
  listOrganizations,
  organizationChoices,
  organizationsOf,
} from "./queries.ts";

test("an organization gets a readable address, and the second of its name another", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const one = await addOrganization(office, { name: "Chor Běła Woda e.V.", sector: "civil" });
    const two = await addOrganization(office, { name: "Chor Běła Woda e.V.", sector: "civil" });
    expect([one.slug, two.slug]).toEqual(["chor-bela-woda-e-v", "chor-bela-woda-e-v-2"]);
  }));

test("what changed is written down, without anybody's phone number; nothing is written when nothing changed", () =>
  town(async (world) => {
    const ctx = world.as("representative");
    const changes = { name: "Teichfreunde", phone: "03576 1234" };
    expect(await changeOrganization(ctx, world.club, changes)).toEqual(["name", "phone"]);
    expect(await changeOrganization(ctx, world.club, changes)).toEqual([]);
    const events = await ctx.db
      .selectFrom("events")
      .selectAll()
      .where("name", "=", "organization.changed")
      .execute();
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("03576 1234");
    expect(events[0]?.data).toMatchObject({ changed: ["name", "phone"], after: { name: "Teichfreunde" } });
  }));

test("a postcode places an organization, the town's own one in the town", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const near = await addOrganization(office, { name: "In der Stadt", sector: "civil", postcode: "02943" });
    const far = await addOrganization(office, {
      name: "Auf dem Land",
      sector: "civil",
      postcode: "02959",
      townName: "Schleife",
    });
    expect(await findOrganization(office, near.id)).toMatchObject({ latitude: world.first.latitude });
    expect(await findOrganization(office, far.id)).toMatchObject({ latitude: 51.5444, longitude: 14.5556 });
  }));

test("nobody but its own people and the office changes an organization; another one's people are told so", () =>
  town(async (world) => {
    for (const who of ["visitor", "volunteer", "otherRepresentative", "editor"] as const) {
      await expect(changeOrganization(world.as(who), world.club, { name: "Nein" })).rejects.toThrow(
        Forbidden,
      );
      await expect(verifyOrganization(world.as(who), world.club)).rejects.toThrow(Forbidden);
    }
    await expect(
      changeOrganization(world.as("foreignCoordinator"), world.club, { name: "Nein" }),
    ).rejects.toThrow(NotFound);
  }));

test("what is hidden is not there for others, and the other town sees nothing at all", () =>
  town(async (world) => {
    await hideOrganization(world.as("coordinator"), world.club, true);
    const visitor = world.as("visitor");
    expect(await findOrganizationBySlug(visitor, "teichfreunde")).toBeUndefined();
    expect((await listOrganizations(visitor)).map(({ id }) => id)).not.toContain(world.club);
    expect((await organizationChoices(visitor)).map(({ id }) => id)).not.toContain(world.club);
    expect(await findOrganization(world.as("representative"), world.club)).toBeDefined();
    expect(await listOrganizations(world.as("foreignCoordinator"))).toEqual([]);
    expect(await findOrganization(world.as("foreignCoordinator"), world.youthCenter)).toBeUndefined();
  }));

test("mail goes to the people who speak for it, and to its own address when there are none", () =>
  town(async (world) => {
    const ctx = world.as("system");
    expect(await contactsOf(ctx, world.club)).toEqual([
      {
        name: "Vera Verein",
        email: "representative@musterstadt.example",
        personId: world.cast.representative.id,
      },
    ]);
    await world.sql("update grants set ended_at = now() where organization_id = $1", [world.club]);
    expect(await contactsOf(ctx, world.club)).toEqual([
      { name: "Teichfreunde Musterstadt e.V.", email: "teichfreunde@musterstadt.example", personId: null },
    ]);
    expect(await organizationsOf(ctx, world.cast.partner.id)).toMatchObject([
      { id: world.company, role: "partner" },
    ]);
  }));
