import ICAL from "ical.js";
import { expect, test } from "vitest";
import { forgetPerson } from "#modules/people/commands.ts";
import { town, type World } from "#test/world.ts";

const address = /https?:\/\/[^\s<]+\/kalender\/persoenlich\/[\w-]{43}\.ics/u;

const makeAddress = async (world: World): Promise<string> => {
  const reply = await world.request("POST", "/mein/kalender", { as: "volunteer", form: {} });
  expect(reply.status).toBe(200);
  const [found = ""] = address.exec(await reply.text()) ?? [];
  return new URL(found).pathname;
};

type Booking = { readonly startsAt: string; readonly kind?: "visit" | "call"; readonly canceledAt?: string };

const book = async (world: World, { startsAt, kind = "visit", canceledAt }: Booking): Promise<void> => {
  await world
    .as("system")
    .db.insertInto("appointments")
    .values({
      startsAt: new Date(startsAt),
      endsAt: new Date(Date.parse(startsAt) + 45 * 60_000),
      adviserId: world.cast.coordinator.id,
      personId: world.cast.volunteer.id,
      kind,
      whereText: "Marktplatz 1",
      bookedAt: new Date("2026-11-01T08:00:00Z"),
      canceledAt: canceledAt ? new Date(canceledAt) : null,
      revision: canceledAt ? 1 : 0,
    })
    .execute();
};

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));

test("the secret address opens one's own dates without signing in, in UTC on both sides of summer time", () =>
  town(async (world) => {
    await book(world, { startsAt: "2027-03-25T10:00:00+01:00" });
    await book(world, { startsAt: "2027-04-01T10:00:00+02:00", kind: "call" });
    const path = await makeAddress(world);
    const reply = await world.request("GET", path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = await reply.text();
    const events = eventsIn(text);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual([
      "2027-03-25T09:00:00Z",
      "2027-04-01T08:00:00Z",
    ]);
    expect(events.map(({ location }) => location)).toEqual(["Marktplatz 1", null]);
    expect(text).not.toContain("TZID");
    expect(text).toContain("X-WR-CALNAME:Meine Termine in Musterstadt");
  }));

test("a canceled date stays, as canceled, and keeps its id through every reading", () =>
  town(async (world) => {
    await book(world, { startsAt: "2026-12-01T10:00:00+01:00", canceledAt: "2026-11-20T10:00:00Z" });
    const path = await makeAddress(world);
    const [event] = eventsIn(await (await world.request("GET", path)).text());
    expect(event?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event?.sequence).toBe(1);
    const { id } = await world
      .as("system")
      .db.selectFrom("appointments")
      .select("id")
      .executeTakeFirstOrThrow();
    expect(event?.uid).toBe(`${id}@musterstadt.test`);
    const later = await world.request("GET", path, { now: new Date("2026-11-25T09:00:00Z") });
    expect(eventsIn(await later.text())[0]?.uid).toBe(event?.uid);
  }));

test("a new address ends the old one, and switching off ends both", () =>
  town(async (world) => {
    const old = await makeAddress(world);
    const fresh = await makeAddress(world);
    expect((await world.request("GET", old)).status).toBe(404);
    expect((await world.request("GET", fresh)).status).toBe(200);
    expect((await world.request("GET", fresh, { town: "second" })).status).toBe(404);
    const page = await (await world.request("GET", "/mein/kalender", { as: "volunteer" })).text();
    expect(page).not.toMatch(address);
    const ended = await world.request("POST", "/mein/kalender/ende", { as: "volunteer", form: {} });
    expect(ended.status).toBe(303);
    expect((await world.request("GET", fresh)).status).toBe(404);
  }));

test("the database keeps no address that opens anything, and erasing a person ends it", () =>
  town(async (world) => {
    const path = await makeAddress(world);
    const token = path.replace(/^.*\/|\.ics$/gu, "");
    const { db } = world.as("system");
    const me = db.selectFrom("people").where("id", "=", world.cast.volunteer.id);
    const { calendarTokenHash: kept } = await me.select("calendarTokenHash").executeTakeFirstOrThrow();
    expect(kept).toHaveLength(32);
    expect(kept?.toString("base64url")).not.toBe(token);
    await forgetPerson(world.as("volunteer"), world.cast.volunteer.id);
    expect((await world.request("GET", path)).status).toBe(404);
  }));

test("only who is signed in makes an address, and whatever is no address is not there", () =>
  town(async (world) => {
    expect((await world.request("POST", "/mein/kalender", { form: {} })).status).toBe(403);
    expect((await world.request("GET", "/mein/kalender")).status).toBe(303);
    expect((await world.request("GET", "/kalender/persoenlich/geraten.ics")).status).toBe(404);
    expect((await world.request("GET", `/kalender/persoenlich/${"a".repeat(43)}.ics`)).status).toBe(404);
  }));
