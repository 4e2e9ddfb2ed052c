import { expect, test } from "vitest";
import { town } from "#test/world.ts";

test("a person reads and takes along everything, and a visitor is asked to sign in", () =>
  town(async (world) => {
    expect((await world.request("GET", "/mein/daten/alles")).status).toBe(303);
    const page = await world.request("GET", "/mein/daten/alles", { as: "volunteer" });
    expect(await page.text()).toContain("Frieda Freiwillig");
    const file = await world.request("GET", "/mein/daten/alles.json", { as: "volunteer" });
    expect(file.headers.get("content-disposition")).toContain("meine-daten-2026-11-24.json");
    const told = await file.text();
    expect(JSON.parse(told).people.person.name).toBe("Frieda Freiwillig");
    for (const secret of ["passwordHash", "totpSecret", "tokenHash"]) expect(told).not.toContain(secret);
  }));

test("leaving asks once more, then signs out and leaves no name", () =>
  town(async (world) => {
    const unsure = await world.request("POST", "/mein/daten/abschied", { as: "volunteer", form: {} });
    expect(unsure.status).toBe(422);
    const left = await world.request("POST", "/mein/daten/abschied", {
      as: "volunteer",
      form: { sure: "on" },
    });
    expect(left.headers.get("location")).toBe("/mein/daten/abschied?hinweis=geloescht");
    expect((await world.request("GET", "/mein/daten", { as: "volunteer" })).status).toBe(303);
    const gone = await world.request("GET", "/mein/daten/abschied?hinweis=geloescht");
    expect(await gone.text()).toContain("Ihr Konto ist gelöscht");
    const { rows } = await world.sql("select from accounts where email = 'volunteer@musterstadt.example'");
    expect(rows).toHaveLength(0);
  }));

test("the last administration of a town stays until there is another", () =>
  town(async (world) => {
    const reply = await world.request("POST", "/mein/daten/abschied", {
      as: "administrator",
      form: { sure: "on" },
    });
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain("letzte Verwaltung");
  }));
