import { expect, test } from "vitest";
import { town, type World } from "#test/world.ts";
import { type KeptDate, keepInCalendar } from "./commands.ts";

const date: KeptDate = {
  keptFor: "meeting:1",
  keptPath: "/konsortium/sitzungen/1",
  title: "Sitzung des Konsortiums",
  startsAt: new Date("2026-12-03T17:00:00Z"),
  endsAt: new Date("2026-12-03T19:00:00Z"),
  whereText: "Rathaus",
  body: "",
  canceled: false,
};

const calendar = async (world: World, town: "first" | "second" = "first"): Promise<string> => {
  const reply = await world.request("GET", "/kalender?monat=2026-12", { town });
  expect(reply.status).toBe(200);
  return reply.text();
};

test("a date of another part of the house stands once in the calendar, follows its changes and leads there", () =>
  town(async (world) => {
    const house = world.as("system");
    await keepInCalendar(house, date);
    await keepInCalendar(house, { ...date, title: "Sitzung im Bürgersaal", whereText: "Bürgersaal" });
    const page = await calendar(world);
    expect(page.match(/Sitzung im Bürgersaal/gu)).toHaveLength(1);
    expect(page).not.toContain("Rathaus");
    const [, address = ""] = page.match(/href="(\/kalender\/sitzung[^"]+)"/u) ?? [];
    const one = await (await world.request("GET", address)).text();
    expect(one).toContain('href="/konsortium/sitzungen/1"');
    expect(await calendar(world, "second")).not.toContain("Bürgersaal");
  }));

test("canceled it stays, marked; what was never shown is not shown canceled", () =>
  town(async (world) => {
    const house = world.as("system");
    await keepInCalendar(house, { ...date, canceled: true });
    expect(await calendar(world)).not.toContain(date.title);
    await keepInCalendar(house, date);
    await keepInCalendar(house, { ...date, canceled: true });
    expect(await calendar(world)).toContain("fällt aus");
  }));

test("nobody changes it in the calendar: it is changed where it belongs", () =>
  town(async (world) => {
    await keepInCalendar(world.as("system"), date);
    const list = await (await world.request("GET", "/buero/termine", { as: "coordinator" })).text();
    expect(list).not.toContain(date.title);
  }));
