import { expect, test } from "vitest";
import { type Address, addresses, formFor, pathOf } from "#test/addresses.ts";
import type { Asker } from "#test/askers.ts";
import { nasty, probe, script } from "#test/probe.ts";
import { makeThings } from "#test/things.ts";
import { town } from "#test/world.ts";

const long = 240_000;

const ways: readonly Asker[] = ["coordinator", "volunteer", "representative"];
const letIn = ({ answers }: Address): Asker => ways.find((asker) => answers[asker] === "ok") ?? "visitor";

const parameters =
  "q feld zeit plz umkreis sprache barrierefrei alter dauer seite hinweis weiter zeile ansicht gruppe stand angebot organisation von bis antwort sort limit cursor monat tag tab vorschlaege".split(
    " ",
  );

test("no address breaks by what is asked of it", { timeout: long }, () =>
  town(async (world) => {
    const { first } = await makeThings(world);
    const asked = addresses.filter(({ method, pattern }) => method === "GET" && pattern !== "/readyz");
    const wrong: string[] = [];
    for (const address of asked) {
      const path = pathOf({ ...address, fields: {} }, first);
      const as = letIn(address);
      for (const value of ["__proto__", script, "99999999999999999999", "\u0000"]) {
        const query = new URLSearchParams(parameters.map((name) => [name, value]));
        wrong.push(...(await probe(world, "GET", `${path}?${query}`, { as })));
      }
      const mixed = new URLSearchParams(
        parameters.map((name, index) => [name, nasty[index % nasty.length] ?? ""]),
      );
      wrong.push(...(await probe(world, "GET", `${path}?${mixed}`, { as })));
      const double = new URLSearchParams([...parameters, ...parameters].map((name) => [name, "1"]));
      wrong.push(...(await probe(world, "GET", `${path}?${double}`, { as })));
    }
    expect([...new Set(wrong.map((fault) => fault.replace(/\?\S+/u, "?…")))]).toEqual([]);
  }),
);

test("no address breaks by what stands in it", { timeout: long }, () =>
  town(async (world) => {
    const { first } = await makeThings(world);
    const parts = ["%00", "%", "..%2f..%2fetc%2fpasswd", "__proto__", "1".repeat(2_000)];
    const wrong: string[] = [];
    for (const address of addresses.filter(({ pattern }) => pattern.includes(":"))) {
      const as = letIn(address);
      for (const part of parts) {
        const things = Object.fromEntries(Object.keys(first).map((name) => [name, part])) as typeof first;
        const form = address.method === "POST" ? { form: formFor(address, first) } : {};
        wrong.push(
          ...(await probe(world, address.method, pathOf({ ...address, fields: {} }, things), {
            as,
            ...form,
          })),
        );
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  }),
);

test("what no browser sends is refused, not broken", () =>
  town(async (world) => {
    const wrong: string[] = [];
    const types = [
      "application/json",
      "text/plain",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "x",
    ];
    for (const { pattern } of addresses.filter(({ method }) => method === "POST").slice(0, 200)) {
      if (pattern.includes(":")) continue;
      for (const type of types) {
        const headers = { "content-type": type };
        wrong.push(
          ...(await probe(world, "POST", pattern, {
            as: "coordinator",
            form: { _key: "x".repeat(20), a: "1" },
            headers,
          })),
        );
      }
    }
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f${index}`, "1"]));
    wrong.push(...(await probe(world, "POST", "/fragen", { as: "visitor", form: many })));
    expect(wrong).toEqual([]);
    const large = { worte: "x".repeat(70_000) };
    const answer = await world.request("POST", "/fragen", {
      form: large,
      headers: { "content-length": "70010" },
    });
    expect(answer.status).toBe(413);
  }));

test("methods that we do not know are refused, and HEAD is a GET without its words", () =>
  town(async (world) => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"] as const) {
      const { status } = await world.request(method, "/angebote");
      expect([403, 404, 405], `${method} is answered ${status}`).toContain(status);
    }
    const head = await world.request("HEAD", "/angebote");
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
  }));

test("a link of last year says so on a clear page, and does nothing any more", () =>
  town(async (world) => {
    const { first } = await makeThings(world);
    const now = new Date(+world.now + 500 * 86_400_000);
    const links = addresses.filter(
      ({ pattern, answers }) => /Token/u.test(pattern) && answers.visitor === "ok",
    );
    expect(links.length).toBeGreaterThan(8);
    // Events are counted in the town that was asked last.
    await world.request("GET", "/impressum");
    for (const address of links) {
      const path = pathOf(address, first);
      const form = address.method === "POST" ? { form: { antwort: "accepted", daten: "name" } } : {};
      const { rows: before } = await world.sql("select count(*) as n from events");
      const answer = await world.request(address.method, path, { now, ...form });
      expect([200, 303, 404, 409, 410, 422], `${address.pattern} is answered ${answer.status}`).toContain(
        answer.status,
      );
      const { rows: after } = await world.sql("select count(*) as n from events");
      expect(after, `${address.pattern} did something`).toEqual(before);
    }
  }));

test.each([
  "//evil.example",
  "https://evil.example",
  "/\\evil.example",
  "/%5Cevil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
])("signing in does not lead to %s", (to) =>
  town(async (world) => {
    const page = await world.request("GET", `/anmelden?weiter=${encodeURIComponent(to)}`);
    expect(await page.text()).not.toMatch(/value="(?:\/\/|https?:|\/\\|javascript:)/u);
    const sent = await world.request("POST", "/anmelden/link", {
      form: { email: "neu@gast.example", weiter: to },
    });
    expect(sent.headers.get("location") ?? "/").toMatch(/^\/(?![/\\])/u);
    const { db } = world.as("system");
    const rows = await db.selectFrom("signInTokens").select("returnTo").execute();
    for (const { returnTo } of rows)
      expect(new URL(returnTo, "http://musterstadt.test").host).toBe("musterstadt.test");
  }),
);
