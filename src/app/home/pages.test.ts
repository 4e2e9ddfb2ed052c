import { expect, test } from "vitest";
import { makeThings } from "#test/things.ts";
import { town } from "#test/world.ts";

test("the front page leads on: the way in, what is needed, what is on, and whom to call", () =>
  town(async (world) => {
    await makeThings(world);
    const page = await (await world.request("GET", "/")).text();
    for (const href of [
      "/angebote?rhythmus=once",
      "/angebote?rhythmus=weekly",
      "/helfen",
      "/kalender",
      "/leistungen",
      "/karte",
    ]) {
      expect(page).toContain(`href="${href}"`);
    }
    expect(page).toContain("Ich möchte helfen");
    expect(page).toContain("03576 123456");
  }));

test("its numbers are those of this town alone, with the day they were counted", () =>
  town(async (world) => {
    const first = await (await world.request("GET", "/")).text();
    const second = await (await world.request("GET", "/", { town: "second" })).text();
    expect(first).toMatch(/<dt>Organisationen stehen im Verzeichnis[^<]*<\/dt><dd>3 <\/dd>/u);
    expect(second).toMatch(/<dt>Organisationen stehen im Verzeichnis[^<]*<\/dt><dd>0 <\/dd>/u);
    expect(first).toContain("Stand 24. November 2026");
  }));

test("a week in which nobody is missing is said kindly", () =>
  town(async (world) => {
    const page = await (await world.request("GET", "/", { town: "second" })).text();
    expect(page).toContain("Diese Woche fehlt niemand.");
  }));
