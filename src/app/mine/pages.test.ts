import { expect, test } from "vitest";
import { makeThings } from "#test/things.ts";
import { town } from "#test/world.ts";

test("whoever is not signed in is asked to do so and comes back", () =>
  town(async (world) => {
    const answer = await world.request("GET", "/mein");
    expect(answer.headers.get("location")).toBe("/anmelden?weiter=%2Fmein");
  }));

test("a new person finds their pages, and the next step where nothing waits", () =>
  town(async (world) => {
    const page = await (await world.request("GET", "/mein", { as: "neighborhood" })).text();
    expect(page).toContain("Guten Tag, Nils Nachbar");
    expect(page).toContain("Nichts wartet auf Sie.");
    for (const href of [
      "/helfen",
      "/mein/daten",
      "/mein/einwilligungen",
      "/mein/einblicke",
      "/mein/kalender",
    ]) {
      expect(page).toContain(`href="${href}"`);
    }
  }));

test("what waits for one is not shown to another", () =>
  town(async (world) => {
    await makeThings(world);
    const roles = await (await world.request("GET", "/mein", { as: "representative" })).text();
    expect(roles).toContain("Vertretung einer Organisation");
    const other = await (await world.request("GET", "/mein", { as: "neighborhood" })).text();
    expect(other).toContain("Nichts wartet auf Sie.");
  }));
