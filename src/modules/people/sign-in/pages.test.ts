import { expect, test } from "vitest";
import { keepPerson } from "#modules/people/commands.ts";
import { givePassword, hashPassword } from "#modules/people/passwords/commands.ts";
import { tokenOf } from "#test/cast.ts";
import { town, type World } from "#test/world.ts";

const password = "ein langer Satz im Herbst";
const address = "volunteer@musterstadt.example";

const withPassword = async (world: World): Promise<void> => {
  const { accountId } = world.cast.volunteer;
  await givePassword(world.as("system"), accountId, await hashPassword(password));
};

const sessionOf = (reply: Response): string | undefined =>
  reply.headers
    .getSetCookie()
    .map((cookie) => /^sitzung=([^;]+);/u.exec(cookie)?.[1])
    .find(Boolean);

const post = (world: World, path: string, form: Readonly<Record<string, string>>, cookie = "") =>
  world.request("POST", path, { form, headers: cookie ? { cookie } : {} });

const mailedToken = async (world: World): Promise<string> => {
  const mail = await world
    .as("system")
    .db.selectFrom("mails")
    .select("textBody")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return /\/anmelden\/link\/([\w-]+)/u.exec(mail.textBody)?.[1] ?? "";
};

test("the right password signs in and leads on, the wrong one keeps the address", () =>
  town(async (world) => {
    await withPassword(world);
    const wrong = await post(world, "/anmelden/passwort", { email: address, password: "falsch" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(address);
    expect(sessionOf(wrong)).toBeUndefined();
    const right = await post(world, "/anmelden/passwort", {
      email: address,
      password,
      weiter: "/mein/daten",
    });
    expect(right.status).toBe(303);
    expect(right.headers.get("location")).toBe("/mein/daten");
    const mine = await world.request("GET", "/mein/daten", {
      headers: { cookie: `sitzung=${sessionOf(right)}` },
    });
    expect(await mine.text()).toContain("Frieda Freiwillig");
  }));

test("an unknown address and a wrong password answer with the same words", () =>
  town(async (world) => {
    await withPassword(world);
    const known = await post(world, "/anmelden/passwort", { email: address, password: "falsch" });
    const unknown = await post(world, "/anmelden/passwort", {
      email: "niemand@example.org",
      password: "falsch",
    });
    expect(unknown.status).toBe(known.status);
    const words = "E-Mail-Adresse und Passwort passen nicht zusammen.";
    expect(await known.text()).toContain(words);
    expect(await unknown.text()).toContain(words);
  }));

test("the eleventh try within a quarter of an hour is told to wait, even with the right password", () =>
  town(async (world) => {
    await withPassword(world);
    for (let round = 0; round < 10; round += 1)
      await post(world, "/anmelden/passwort", { email: address, password: "falsch" });
    const reply = await post(world, "/anmelden/passwort", { email: address, password });
    expect(reply.status).toBe(429);
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await reply.text()).toContain("Sekunden");
  }));

test("a link goes to known and unknown addresses alike, works once, and only when its button is pressed", () =>
  town(async (world) => {
    const unknown = await post(world, "/anmelden/link", { email: "frisch@example.org" });
    const known = await post(world, "/anmelden/link", { email: address, weiter: "/mein/einblicke" });
    expect([unknown.status, known.status]).toEqual([303, 303]);
    const token = await mailedToken(world);
    const path = `/anmelden/link/${token}`;
    const looked = await world.request("GET", path);
    expect(looked.status).toBe(200);
    expect(sessionOf(looked)).toBeUndefined();
    const used = await post(world, path, {});
    expect(used.headers.get("location")).toBe("/mein/einblicke");
    expect(sessionOf(used)).toBeDefined();
    expect((await post(world, path, {})).status).toBe(410);
    expect((await world.request("GET", path)).status).toBe(410);
  }));

test("a link is too old after twenty minutes", () =>
  town(async (world) => {
    await post(world, "/anmelden/link", { email: address });
    const path = `/anmelden/link/${await mailedToken(world)}`;
    const now = new Date(+world.now + 21 * 60_000);
    expect((await world.request("POST", path, { form: {}, now })).status).toBe(410);
  }));

test("somebody new is asked for a name, and may take over the file with their address", () =>
  town(async (world) => {
    const kept = await keepPerson(world.as("coordinator"), {
      name: "Hanka Budar",
      email: "hanka@example.org",
      language: "hsb",
      contactBy: "email",
    });
    await post(world, "/anmelden/link", { email: "hanka@example.org", weiter: "/mein/daten" });
    const entered = await post(world, `/anmelden/link/${await mailedToken(world)}`, {});
    expect(entered.headers.get("location")).toBe("/anmelden/willkommen?weiter=%2Fmein%2Fdaten");
    const cookie = `sitzung=${sessionOf(entered)}`;
    const before = await world.request("GET", "/mein/daten", { headers: { cookie } });
    expect(before.status).toBe(303);
    const welcome = await world.request("GET", "/anmelden/willkommen", { headers: { cookie } });
    expect(await welcome.text()).toContain("Hanka Budar");
    const nameless = await post(world, "/anmelden/willkommen", { weiter: "/mein/daten" }, cookie);
    expect(nameless.status).toBe(422);
    const taken = await post(
      world,
      "/anmelden/willkommen",
      { takeFile: "on", weiter: "/mein/daten" },
      cookie,
    );
    expect(taken.headers.get("location")).toBe("/mein/daten");
    const { rows } = await world.sql(
      "select id from people where email = 'hanka@example.org' and account_id is not null",
    );
    expect(rows).toEqual([{ id: kept.ok ? kept.value : "" }]);
  }));

test.each(["//boese.example", "https://boese.example/x", "/\\boese.example", "javascript:alert(1)"])(
  "%s does not lead out of the house",
  (weiter) =>
    town(async (world) => {
      await withPassword(world);
      const reply = await post(world, "/anmelden/passwort", { email: address, password, weiter });
      expect(reply.headers.get("location")).toBe("/mein");
    }),
);

test("a session that was there before the sign-in ends with it", () =>
  town(async (world) => {
    await withPassword(world);
    const planted = `sitzung=${tokenOf("neighborhood")}`;
    const reply = await post(world, "/anmelden/passwort", { email: address, password }, planted);
    expect(sessionOf(reply)).not.toBe(tokenOf("neighborhood"));
    const old = await world.request("GET", "/mein/daten", { headers: { cookie: planted } });
    expect(old.status).toBe(303);
  }));

test("signing out needs a press, and ends the session in the database", () =>
  town(async (world) => {
    expect((await world.request("GET", "/abmelden", { as: "volunteer" })).status).toBe(303);
    expect((await world.request("GET", "/mein/daten", { as: "volunteer" })).status).toBe(200);
    const out = await world.request("POST", "/abmelden", { as: "volunteer", form: {} });
    expect(out.headers.get("location")).toBe("/anmelden?hinweis=abgemeldet");
    expect((await world.request("GET", "/mein/daten", { as: "volunteer" })).status).toBe(303);
  }));

test("there are no one-click people outside of a demonstration", () =>
  town(async (world) => {
    const page = await world.request("GET", "/anmelden");
    expect(await page.text()).not.toContain("/anmelden/demo");
    const reply = await post(world, "/anmelden/demo", { email: address });
    expect(reply.status).toBe(409);
    expect(sessionOf(reply)).toBeUndefined();
  }));

test("a made-up answer of a passkey opens nothing", () =>
  town(async (world) => {
    const question = await world.request("POST", "/anmelden/schluessel/frage");
    expect((await question.json()).challenge).toBeTypeOf("string");
    for (const answer of [
      "",
      "{}",
      "[1]",
      '{"id":"x","rawId":"x","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA"}}',
    ]) {
      expect((await post(world, "/anmelden/schluessel", { answer })).status).toBe(409);
    }
  }));
