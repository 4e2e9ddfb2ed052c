import { expect, test } from "vitest";
import { NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { town, type World } from "#test/world.ts";
import {
  changePerson,
  forgetOldTries,
  forgetPerson,
  type KeptPerson,
  keepPerson,
  writeLooks,
} from "./commands.ts";
import { giveConsent, withdrawConsent } from "./consents/commands.ts";
import { hasConsent } from "./consents/queries.ts";
import { claimFile, makeCode } from "./files/commands.ts";
import { endGrant, grantRole } from "./grants/commands.ts";
import { listGrantsOf } from "./grants/queries.ts";
import { listLooks } from "./looks/queries.ts";
import { tellPerson } from "./profile/queries.ts";
import { findActorByEmail, findPerson, findPersonByEmail, listPeople, listStaff } from "./queries.ts";

const hanka: KeptPerson = {
  name: "Hanka Šołta",
  phone: "03576 4711",
  postcode: "02943",
  language: "hsb",
  contactBy: "phone",
};

const keep = async (world: World, person = hanka): Promise<Id<"person">> => {
  const kept = await keepPerson(world.as("coordinator"), person);
  if (!kept.ok) throw new Error("taken for somebody else");
  return kept.value;
};

test("somebody known already is not written down twice unless the office says so", () =>
  town(async (world) => {
    const id = await keep(world);
    const again = await keepPerson(world.as("coordinator"), {
      ...hanka,
      name: "H. Solta",
      phone: "03576/4711",
    });
    expect(again).toMatchObject({ ok: false, because: "double", doubles: [{ id }] });
    const sure = await keepPerson(world.as("coordinator"), hanka, { despiteDouble: true });
    expect(sure.ok).toBe(true);
  }));

test("people are found by name without accents, by phone in any spelling and by e-mail", () =>
  town(async (world) => {
    await keep(world);
    const ctx = world.as("coordinator");
    for (const words of ["hanka", "SOLTA", "+49 3576 4711", "035764711"]) {
      expect(
        (await listPeople(ctx, { words })).items.map(({ name }) => name),
        words,
      ).toEqual(["Hanka Šołta"]);
    }
    expect((await listPeople(ctx, { words: "volunteer@" })).total).toBe(1);
    expect((await listPeople(ctx, { words: "100%_" })).total).toBe(0);
  }));

test("nobody sees other people: not a visitor, not a neighbor, not the office of another town", () =>
  town(async (world) => {
    const id = await keep(world);
    for (const who of ["visitor", "volunteer", "representative", "editor", "foreignCoordinator"] as const) {
      expect(await findPerson(world.as(who), id), who).toBeUndefined();
    }
    expect((await listPeople(world.as("volunteer"))).items.map(({ id: one }) => one)).toEqual([
      world.cast.volunteer.id,
    ]);
    await expect(changePerson(world.as("volunteer"), id, hanka)).rejects.toThrow(NotFound);
    expect((await listStaff(world.as("volunteer"))).map(({ name }) => name)).toEqual([
      "Karla Koordination",
      "Konrad Kollege",
    ]);
  }));

test("one's own note is the office's, and the guardian's yes comes through the office", () =>
  town(async (world) => {
    const me = world.cast.volunteer;
    const email = "volunteer@musterstadt.example";
    const young: KeptPerson = {
      name: "Frieda",
      email,
      ageBand: "under16",
      language: "de",
      contactBy: "email",
      guardianName: "Eva",
      guardianContact: "0171 1",
      guardianAgreed: true,
    };
    await changePerson(world.as("volunteer"), me.id, { ...young, note: "mine" });
    expect(await findPerson(world.as("volunteer"), me.id)).toMatchObject({
      note: null,
      guardianAgreedAt: null,
    });
    await changePerson(world.as("coordinator"), me.id, young);
    expect(await findPerson(world.as("volunteer"), me.id)).toMatchObject({ guardianAgreedAt: world.now });
    const moved = await changePerson(world.as("coordinator"), me.id, { ...young, email: "new@example.org" });
    expect(moved).toEqual({ ok: false, because: "signInEmail" });
  }));

test("a look is written once in ten minutes, never for one's own file, and only the person reads it", () =>
  town(async (world) => {
    const { volunteer } = world.cast;
    const looks = [{ personId: volunteer.id, purpose: "Akte" }];
    await writeLooks(world.as("coordinator"), looks);
    await writeLooks(world.as("coordinator"), looks);
    await writeLooks(world.as("volunteer"), looks);
    await writeLooks(world.as("representative"), looks);
    await writeLooks(world.as("coordinator", { now: new Date(+world.now + 660_000) }), looks);
    const { items } = await listLooks(world.as("volunteer"), volunteer.id);
    expect(items.map(({ viewer, viewerOrganizationId }) => [viewer, viewerOrganizationId])).toEqual(
      expect.arrayContaining([
        ["Karla Koordination", null],
        ["Vera Verein", world.club],
      ]),
    );
    expect(items).toHaveLength(3);
    await expect(world.sql("delete from access_log")).rejects.toThrow(/permission denied/u);
  }));

test("with the code from the slip a person takes over the file, its consents and its history", () =>
  town(async (world) => {
    const file = await keep(world);
    await giveConsent(world.as("coordinator"), { personId: file, purpose: "referral", how: "phone" });
    await giveConsent(world.as("coordinator"), { personId: file, purpose: "file", how: "phone" });
    const me = world.cast.volunteer;
    await giveConsent(world.as("volunteer"), { personId: me.id, purpose: "file", how: "web" });
    const first = await makeCode(world.as("coordinator"), file);
    const { code } = await makeCode(world.as("coordinator"), file);
    const ctx = world.as("volunteer");
    expect(await claimFile(ctx, first.code, "here")).toEqual({ ok: false, because: "invalid" });
    expect(await claimFile(ctx, code.toLowerCase().replaceAll("-", " "), "here")).toEqual({
      ok: true,
      value: me.id,
    });
    expect(await claimFile(ctx, code, "here")).toEqual({ ok: false, because: "invalid" });
    expect(await hasConsent(ctx, me.id, "referral")).toBe(true);
    const { rows } = await world.sql("select from events where name = 'person.kept' and subject_id = $1", [
      me.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(await findPerson(ctx, me.id)).toMatchObject({
      name: "Frieda Freiwillig",
      phone: "03576 4711",
      keptByOffice: true,
    });
    expect(await findPerson(world.as("coordinator"), file)).toMatchObject({
      phone: null,
      mergedInto: me.id,
      leftAt: world.now,
    });
    await expect(makeCode(world.as("coordinator"), file)).rejects.toThrow();
  }));

test("a code is over after ninety days", () =>
  town(async (world) => {
    const { code } = await makeCode(world.as("coordinator"), await keep(world));
    const now = new Date(+world.now + 91 * 86_400_000);
    expect(await claimFile(world.as("volunteer", { now }), code, "here")).toEqual({
      ok: false,
      because: "invalid",
    });
  }));

test("a consent is given once, withdrawn once, and remembers how it came", () =>
  town(async (world) => {
    const { id } = world.cast.volunteer;
    const ctx = world.as("volunteer");
    const consent = { personId: id, purpose: "newsletter", how: "paper" } as const;
    expect((await giveConsent(ctx, consent)).ok).toBe(true);
    expect(await giveConsent(ctx, consent)).toEqual({ ok: false, because: "already" });
    expect((await tellPerson(ctx, id))["consents"]).toMatchObject([
      { purpose: "newsletter", givenHow: "web" },
    ]);
    expect((await withdrawConsent(world.as("coordinator"), id, "newsletter")).ok).toBe(true);
    expect(await withdrawConsent(ctx, id, "newsletter")).toEqual({ ok: false, because: "over" });
    await expect(giveConsent(world.as("neighborhood"), consent)).rejects.toThrow(NotFound);
  }));

test("a role counts once, ends once, and a town keeps its last administration", () =>
  town(async (world) => {
    const { volunteer, administrator } = world.cast;
    const grant = { personId: volunteer.id, role: "editor" } as const;
    expect((await grantRole(world.as("coordinator"), grant)).ok).toBe(true);
    expect(await grantRole(world.as("coordinator"), grant)).toEqual({ ok: false, because: "already" });
    await expect(grantRole(world.as("coordinator"), { ...grant, role: "administrator" })).rejects.toThrow();
    expect(await grantRole(world.as("coordinator"), { ...grant, personId: await keep(world) })).toMatchObject(
      { because: "noAccount" },
    );
    const [own] = await listGrantsOf(world.as("administrator"), administrator.id);
    expect(await endGrant(world.as("administrator"), own?.id as Id<"grant">)).toEqual({
      ok: false,
      because: "last",
    });
    const [editor] = await listGrantsOf(world.as("coordinator"), volunteer.id);
    expect(await endGrant(world.as("volunteer"), editor?.id as Id<"grant">)).toEqual({
      ok: true,
      value: volunteer.id,
    });
    expect(await endGrant(world.as("coordinator"), editor?.id as Id<"grant">)).toEqual({
      ok: false,
      because: "over",
    });
  }));

test("whoever leaves takes name, address and account along; the history keeps a nameless row", () =>
  town(async (world) => {
    const { id } = world.cast.volunteer;
    await giveConsent(world.as("volunteer"), { personId: id, purpose: "file", how: "web" });
    await forgetPerson(world.as("volunteer"), id);
    expect(await findPersonByEmail(world.as("system"), "volunteer@musterstadt.example")).toBeUndefined();
    expect(await findActorByEmail(world.as("system"), "volunteer@musterstadt.example")).toBeUndefined();
    expect(await findPerson(world.as("coordinator"), id)).toMatchObject({
      name: "Gelöscht",
      email: null,
      accountId: null,
    });
    const { rows } = await world.sql("select from accounts where email = 'volunteer@musterstadt.example'");
    expect(rows).toHaveLength(0);
    await expect(forgetPerson(world.as("neighborhood"), world.cast.coordinator.id)).rejects.toThrow();
  }));

test("what is over is forgotten at night", () =>
  town(async (world) => {
    await makeCode(world.as("coordinator"), await keep(world));
    await forgetOldTries(world.as("system", { now: new Date(+world.now + 500 * 86_400_000) }));
    const { rows } = await world.sql(
      "select (select count(*) from sessions) + (select count(*) from attempts) as left",
    );
    expect(Number(rows[0]?.["left"])).toBe(0);
    expect(await world.as("system").db.selectFrom("fileCodes").select("personId").execute()).toEqual([]);
  }));
