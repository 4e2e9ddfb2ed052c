import { expect, test } from "vitest";
import { books } from "#modules/content/help/vocabulary.ts";
import { town } from "#test/world.ts";

const text = async (reply: Response | Promise<Response>) => (await reply).text();

test("the legal notice is made from the settings", () =>
  town(async (world) => {
    const html = await text(world.request("GET", "/impressum"));
    for (const words of [
      "Verein Musterstadt",
      "der Vorstand",
      "Marktplatz 1",
      "post@musterstadt.example",
      "Vera Wort",
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain("wird noch ergänzt");
  }));

test("visitors read that something will be added, the office reads what", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    await office.db
      .updateTable("places")
      .set({ legalResponsible: "" })
      .where("id", "=", office.place.id)
      .execute();
    const visitor = await text(world.request("GET", "/impressum"));
    expect(visitor).toContain("Wird ergänzt.");
    expect(visitor).not.toContain("/buero/einstellungen");
    const coordinator = await text(world.request("GET", "/impressum", { as: "coordinator" }));
    expect(coordinator).toContain("Verantwortlich für den Inhalt (MStV § 18)");
    expect(coordinator).toContain("/buero/einstellungen");
  }));

test("privacy names the supervisory authority, the rights and the two cookies", () =>
  town(async (world) => {
    const html = await text(world.request("GET", "/datenschutz"));
    for (const words of [
      "Datenschutzbehörde",
      "datenschutz@musterstadt.example",
      "Art. 15",
      "„sitzung“",
      "„sprache“",
    ]) {
      expect(html).toContain(words);
    }
  }));

test("the accessibility statement has status, gaps, date, feedback and enforcement", () =>
  town(async (world) => {
    const html = await text(world.request("GET", "/barrierefreiheit"));
    for (const words of [
      "teilweise barrierefrei",
      "Was noch nicht gut ist",
      "22. November 2026",
      "/fragen?thema=barrier",
      "Durchsetzungsstelle",
    ]) {
      expect(html).toContain(words);
    }
  }));

test("easy language and the handbook are there for everyone", () =>
  town(async (world) => {
    expect(await text(world.request("GET", "/leichte-sprache"))).toContain("Was ist die Anlauf-Stelle?");
    for (const book of books) expect((await world.request("GET", `/hilfe/${book}`)).status).toBe(200);
    expect((await world.request("GET", "/hilfe/geheim")).status).toBe(404);
  }));
