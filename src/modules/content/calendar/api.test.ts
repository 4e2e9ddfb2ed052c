import ICAL from "ical.js";
import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { announceDate, changeDate } from "#modules/content/calendar/commands.ts";
import { hideOrganization } from "#modules/organizations/commands.ts";
import { town, type World } from "#test/world.ts";

const announce = async (world: World, title: string, organizationId: World["club"] | null) => {
  const span = { startsAt: instantAt("2026-12-05", "15:00"), endsAt: instantAt("2026-12-05", "18:00") };
  const rest = {
    allDay: false,
    whereText: "Markt",
    postcode: null,
    accessibility: [],
    admission: "",
    body: "",
  };
  const input = { title, ...span, ...rest, organizationId };
  const outcome = await announceDate(world.as("editor"), input, true);
  if (!outcome.ok) throw new Error(outcome.because);
  return { id: outcome.value.id, input };
};

const address = "/organisationen/teichfreunde/kalender.ics";
const text = async (world: World) => (await world.request("GET", address)).text();
const eventsOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

test("the feed of an organization holds its dates and no others, under its own name", () =>
  town(async (world) => {
    await announce(world, "Fest am Teich", world.club);
    await announce(world, "Chorabend", world.youthCenter);
    await announce(world, "Stadtfest", null);
    const file = await text(world);
    expect(eventsOf(file).map(({ summary }) => summary)).toEqual(["Fest am Teich"]);
    expect(file.replace(/\r\n /gu, "")).toContain("X-WR-CALNAME:Termine von Teichfreunde Musterstadt e.V.");
    const reply = await world.request("GET", address);
    expect(reply.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  }));

test("it keeps to RFC 5545: line ends, 75 octets, UTC, an id that stays and a number that grows", () =>
  town(async (world) => {
    const { id, input } = await announce(
      world,
      "Fest; mit Musik, 🎺 und Kuchen für alle Menschen ringsum",
      world.club,
    );
    const before = await text(world);
    expect(before.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    for (const line of before.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(before).toContain("DTSTART:20261205T140000Z");
    expect(before).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/u);
    await changeDate(world.as("editor"), id, { ...input, title: "Fest" }, true);
    const [one] = eventsOf(before);
    const [two] = eventsOf(await text(world));
    expect([two?.uid, two?.sequence]).toEqual([one?.uid, 1]);
    expect(two?.component.getFirstPropertyValue("dtstamp")).not.toBeNull();
  }));

test("an organization that is hidden or that nobody knows has no feed", () =>
  town(async (world) => {
    await announce(world, "Fest am Teich", world.club);
    expect((await world.request("GET", "/organisationen/nirgends/kalender.ics")).status).toBe(404);
    expect((await world.request("GET", address, { town: "second" })).status).toBe(404);
    await hideOrganization(world.as("coordinator"), world.club, true);
    expect((await world.request("GET", address)).status).toBe(404);
  }));
