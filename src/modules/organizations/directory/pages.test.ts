import { expect, test } from "vitest";
import { addOrganization, hideOrganization } from "#modules/organizations/commands.ts";
import { searchOrganizations } from "#modules/organizations/search/queries.ts";
import { addService } from "#modules/organizations/services/commands.ts";
import { town } from "#test/world.ts";

const service = {
  name: "Schwimmkurs",
  description: "Für Kinder ab fünf",
  siteId: null,
  needs: ["learning"],
  targetGroups: ["children"],
  languages: [],
  fees: "",
  howToCome: "",
};

test("search finds stems, parts of names, services and typing errors, and counts what each filter would leave", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const choir = await addOrganization(office, {
      name: "Chöre am See",
      sector: "civil",
      summary: "Gemeinsames Singen",
      fields: ["culture"],
    });
    await addService(office, choir.id, service);
    const visitor = world.as("visitor");
    const named = async (words: string) =>
      (await searchOrganizations(visitor, { words })).items.map(({ name }) => name);
    expect(await named("chöre")).toEqual(["Chöre am See"]);
    expect(await named("choere am see")).toEqual(["Chöre am See"]);
    expect(await named("singen")).toEqual(["Chöre am See"]);
    expect(await named("schwimmkurs")).toEqual(["Chöre am See"]);
    expect(await named("jugend")).toEqual(["Jugendhaus Musterstadt"]);
    const guess = await searchOrganizations(visitor, { words: "Teichfreude" });
    expect([guess.guessed, guess.items[0]?.name]).toEqual([true, "Teichfreunde Musterstadt e.V."]);
    const culture = await searchOrganizations(visitor, { field: "culture" });
    expect(culture.total).toBe(1);
    expect(Object.fromEntries(culture.counts.sector)).toEqual({ civil: 1 });
    expect(culture.counts.field.get("culture")).toBe(1);
  }));

test("a radius leaves what is near, the nearest first", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const base = { sector: "civil" as const, townName: "Schleife", postcode: "02959" };
    await addOrganization(office, { ...base, name: "Weiter weg", latitude: 51.58, longitude: 14.55 });
    await addOrganization(office, { ...base, name: "Ganz nah" });
    const near = await searchOrganizations(world.as("visitor"), { postcode: "02959", radius: 5 });
    expect(near.items.map(({ name }) => name)).toEqual(["Ganz nah", "Weiter weg"]);
    expect(near.items[0]?.metres).toBe(0);
    expect((await searchOrganizations(world.as("visitor"), { postcode: "00000" })).unknownPostcode).toBe(
      true,
    );
  }));

test("the public pages stand, with any filter and any nonsense in the address", () =>
  town(async (world) => {
    const get = async (path: string) => (await world.request("GET", path)).status;
    for (const path of [
      "/organisationen",
      "/organisationen?feld=x&sektor=&seite=0&umkreis=-1",
      "/organisationen?q=%25_'",
      "/leistungen?bin=a&brauche=b",
      "/leistungen?brauche=food",
      "/karte?sektor=zzz",
      "/organisationen/teichfreunde",
    ]) {
      expect([path, await get(path)]).toEqual([path, 200]);
    }
    expect(await get("/organisationen?plz=abc")).toBe(422);
    expect(await get("/organisationen/gibt-es-nicht")).toBe(404);
    expect(await get("/organisationen/..%2f")).toBe(404);
    const gap = await world.request("GET", "/leistungen?brauche=food");
    expect(await gap.text()).toContain("Für „Essen“ kennen wir noch keine Leistung.");
  }));

test("a hidden profile is gone for everybody but its own people and the office", () =>
  town(async (world) => {
    await hideOrganization(world.as("coordinator"), world.club, true);
    const status = async (as: "visitor" | "volunteer" | "representative" | "coordinator") =>
      (await world.request("GET", "/organisationen/teichfreunde", { as })).status;
    expect([
      await status("visitor"),
      await status("volunteer"),
      await status("representative"),
      await status("coordinator"),
    ]).toEqual([404, 404, 200, 200]);
  }));

test("its own people change their profile, others are told that they may not, a wrong form keeps its words", () =>
  town(async (world) => {
    const path = `/mein/organisationen/${world.club}/erreichbar`;
    const form = {
      email: "keine",
      phone: "03576 1",
      street: "Teichstraße 1",
      postcode: "",
      townName: "",
      website: "",
    };
    const wrong = await world.request("POST", path, { as: "representative", form });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Teichstraße 1");
    const right = await world.request("POST", path, {
      as: "representative",
      form: { ...form, email: "neu@example.org", phone: "03576 1234" },
    });
    expect(right.status).toBe(303);
    expect((await world.request("POST", path, { as: "otherRepresentative", form })).status).toBe(403);
    expect(
      (
        await world.request("GET", `/buero/organisationen/${world.club}`, {
          as: "foreignCoordinator",
          town: "second",
        })
      ).status,
    ).toBe(404);
  }));
