import { sql } from "kysely";
import { expect, test } from "vitest";
import { visitor } from "#core/actor.ts";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import { stageOfFile, testNow, town } from "#test/world.ts";
import { chooseLanguage } from "./language.ts";
import { network } from "./network.ts";

test("the host names the town, and an unknown host is no town", () =>
  town(async (world) => {
    const first = await world.request("GET", "/");
    const second = await world.request("GET", "/", { town: "second" });
    expect(await first.text()).toContain("Musterstadt");
    expect(await second.text()).not.toContain("Musterstadt");
    const none = await world.request("GET", "/", { headers: { host: "elsewhere.test" } });
    expect(none.status).toBe(404);
  }));

test("a look cannot write: PostgreSQL refuses", async () => {
  const { database, scene } = await stageOfFile();
  const { db } = openDatabase(database.connection, 2);
  try {
    const moment = { place: scene.first, actor: visitor, now: testNow, language: "de" };
    const write = during(db, moment, "read only", (ctx) =>
      ctx.db
        .insertInto("submissions")
        .values({ key: "k".repeat(20), address: "/" })
        .execute(),
    );
    await expect(write).rejects.toThrow(/read-only transaction/u);
  } finally {
    await db.destroy();
  }
});

test("nothing of one town is seen in the other, and nothing at all without a town", async () => {
  const { database, scene } = await stageOfFile();
  const { db } = openDatabase(database.connection, 2);
  try {
    const seen = (place: typeof scene.first) =>
      during(db, { place, actor: visitor, now: testNow, language: "de" }, "read only", (ctx) =>
        ctx.db.selectFrom("people").select("placeId").distinct().execute(),
      );
    expect(await seen(scene.first)).toEqual([{ placeId: scene.first.id }]);
    expect(await seen(scene.second)).toEqual([{ placeId: scene.second.id }]);
    const outside = await db.connection().execute(async (connection) => {
      await sql.raw("begin; set local role anlaufstelle_app").execute(connection);
      const rows = await connection.selectFrom("people").select("id").execute();
      await sql.raw("rollback").execute(connection);
      return rows;
    });
    expect(outside).toEqual([]);
  } finally {
    await db.destroy();
  }
});

test("a foreign place cannot be named in a row", () =>
  town(async (world) => {
    const { db } = world.as("system");
    const row = { key: "k".repeat(20), address: "/", placeId: world.second.id };
    await expect(db.insertInto("submissions").values(row).execute()).rejects.toThrow(/row-level security/u);
  }));

test.each([
  ["en", undefined, "de", "en"],
  ["xx", "en", "de", "en"],
  [undefined, undefined, "en-GB,en;q=0.9,de;q=0.1", "en"],
  [undefined, undefined, "fr", "de"],
  [undefined, undefined, undefined, "de"],
  [undefined, "hsb", "de", "hsb"],
])("asked for %s, chosen %s, accepted %s: %s", (wanted, chosen, accepted, language) => {
  expect(chooseLanguage(["de", "en", "hsb"], { wanted, chosen, accepted })).toBe(language);
});

test("the choice of a language is remembered", () =>
  town(async (world) => {
    const answer = await world.request("GET", "/?sprache=en");
    expect(await answer.text()).toContain('<html lang="en">');
    expect(answer.headers.get("set-cookie")).toMatch(/^sprache=en;/u);
  }));

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
])("the network of %s is %s", (address, expected) => {
  expect(network(address)).toBe(expected);
});

test("a visitor is asked to sign in and comes back; an unknown page is said so", () =>
  town(async (world) => {
    const closed = await world.request("GET", "/buero/einstellungen?a=1");
    expect(closed.headers.get("location")).toBe("/anmelden?weiter=%2Fbuero%2Feinstellungen%3Fa%3D1");
    const volunteer = await world.request("GET", "/buero/einstellungen", { as: "volunteer" });
    expect(volunteer.status).toBe(403);
    const unknown = await world.request("GET", "/gibt-es-nicht");
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain("Diese Seite finden wir nicht.");
  }));

test("too much text is refused before it is read", () =>
  town(async (world) => {
    const form = { name: "x".repeat(100_000) };
    const answer = await world.request("POST", "/buero/einstellungen", {
      as: "coordinator",
      form,
      headers: { "content-length": "100010" },
    });
    expect(answer.status).toBe(413);
  }));

test("who only reads stays signed in: each day of use counts anew", () =>
  town(async (world) => {
    const later = new Date(+testNow + 3 * 86_400_000);
    await world.request("GET", "/", { as: "volunteer", now: later });
    const { db } = world.as("system");
    const { seenAt } = await db
      .selectFrom("sessions")
      .select("seenAt")
      .where("accountId", "=", world.cast.volunteer.accountId)
      .executeTakeFirstOrThrow();
    expect(seenAt).toEqual(later);
  }));
