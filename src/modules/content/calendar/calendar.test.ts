import ical from "ical.js";
import { describe, expect, test } from "vitest";
import { Forbidden } from "#core/errors.ts";
import { read } from "#core/input.ts";
import { instantAt } from "#core/local-time.ts";
import { done, refused } from "#core/outcome.ts";
import { town, type World } from "#test/world.ts";
import { announceDate, cancelDate, changeDate, DateForm, type DateInput } from "./commands.ts";
import { findDate, listDates, nextDates } from "./queries.ts";

const breakfast = (changes: Partial<DateInput> = {}): DateInput => ({
  title: "Stadtteilfrühstück",
  startsAt: instantAt("2026-12-05", "09:30"),
  endsAt: instantAt("2026-12-05", "12:00"),
  allDay: false,
  whereText: "Platz vor der Grundschule",
  postcode: "02943",
  accessibility: ["stepFree"],
  admission: "frei",
  organizationId: null,
  body: "Ein *langer* Tisch; jeder, der mag, bringt etwas mit.\n\nBei Regen: drinnen.",
  ...changes,
});

const announced = async (world: World, changes: Partial<DateInput> = {}) => {
  const outcome = await announceDate(world.as("editor"), breakfast(changes), true);
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const eventsIn = async (reply: Response) => {
  const calendar = new ical.Component(ical.parse(await reply.text()));
  return calendar.getAllSubcomponents("vevent").map((component) => new ical.Event(component));
};

describe("who announces", () => {
  test("a representative for their own organization, not for another and not for the town", () =>
    town(async (world) => {
      const vera = world.as("representative");
      expect((await announceDate(vera, breakfast({ organizationId: world.club }), true)).ok).toBe(true);
      const others = breakfast({ organizationId: world.youthCenter });
      await expect(announceDate(vera, others, true)).rejects.toBeInstanceOf(Forbidden);
      await expect(announceDate(vera, breakfast(), true)).rejects.toBeInstanceOf(Forbidden);
      await expect(announceDate(world.as("volunteer"), breakfast(), true)).rejects.toBeInstanceOf(Forbidden);
    }));

  test("a foreign date is not there for a representative", () =>
    town(async (world) => {
      const { id } = await announced(world, { organizationId: world.youthCenter });
      const reply = await world.request("GET", `/mein/termine/${id}`, { as: "representative" });
      expect(reply.status).toBe(404);
      expect((await world.request("GET", `/mein/termine/${id}`, { as: "otherRepresentative" })).status).toBe(
        200,
      );
    }));

  test("a date of the other town is not there", () =>
    town(async (world) => {
      const { id, slug } = await announced(world);
      expect((await world.request("GET", `/kalender/${slug}`, { town: "second" })).status).toBe(404);
      const path = `/buero/inhalte/termine/${id}`;
      expect((await world.request("GET", path, { as: "foreignCoordinator", town: "second" })).status).toBe(
        404,
      );
    }));
});

describe("what is no date", () => {
  const german = { language: "de" };
  const errorsOf = (form: Readonly<Record<string, string>>) =>
    Object.keys(read(german, DateForm, { title: "Fest", day: "2026-12-05", ...form }).form.errors);

  test("the end before the beginning, no hour, or a whole winter", () => {
    expect(errorsOf({ time: "18:00", endTime: "17:00" })).toEqual(["endTime"]);
    expect(errorsOf({ time: "18:00", endDay: "2026-12-04" })).toEqual(["endDay"]);
    expect(errorsOf({})).toEqual(["time"]);
    expect(errorsOf({ time: "18:00", endDay: "2026-12-06" })).toEqual(["endTime"]);
    expect(errorsOf({ allDay: "on", endDay: "2027-03-01" })).toEqual(["endDay"]);
    expect(errorsOf({ time: "25:00" })).toEqual(["time"]);
    expect(errorsOf({ time: "18:00", endTime: "20:00" })).toEqual([]);
  });

  test("a day that is over, and one that is farther than three years", () =>
    town(async (world) => {
      const editor = world.as("editor");
      const at = (day: string) =>
        breakfast({ startsAt: instantAt(day, "10:00"), endsAt: instantAt(day, "11:00") });
      expect(await announceDate(editor, at("2026-11-23"), true)).toEqual(refused("past"));
      expect(await announceDate(editor, at("2031-01-01"), true)).toEqual(refused("tooFar"));
    }));

  test("nothing is published while the legal notice is incomplete", () =>
    town(async (world) => {
      const editor = world.as("editor");
      await editor.db
        .updateTable("places")
        .set({ legalResponsible: "" })
        .where("id", "=", editor.place.id)
        .execute();
      expect(await announceDate(editor, breakfast(), true)).toEqual(refused("legalNoticeMissing"));
      expect((await announceDate(editor, breakfast(), false)).ok).toBe(true);
    }));
});

test("a canceled date stays in the calendar, and leaves the front page", () =>
  town(async (world) => {
    const { id, slug } = await announced(world);
    await cancelDate(world.as("editor"), id);
    await cancelDate(world.as("editor"), id);
    expect(await nextDates(world.as("visitor"), 5)).toEqual([]);
    expect(await (await world.request("GET", "/kalender")).text()).toContain("fällt aus");
    const [event] = await eventsIn(await world.request("GET", `/kalender/${slug}/termin.ics`));
    expect(event?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event?.sequence).toBe(1);
  }));

test("a change keeps the address and the id, and counts the revision", () =>
  town(async (world) => {
    const editor = world.as("editor");
    const { id, slug } = await announced(world);
    const [before] = await eventsIn(await world.request("GET", "/kalender.ics"));
    expect(await changeDate(editor, id, breakfast({ title: "Frühstück am Teich" }), true)).toEqual(
      done(null),
    );
    const [after] = await eventsIn(await world.request("GET", "/kalender.ics"));
    expect([after?.uid, after?.sequence, after?.summary]).toEqual([before?.uid, 1, "Frühstück am Teich"]);
    expect((await findDate(editor, slug))?.title).toBe("Frühstück am Teich");
  }));

describe("the calendar file, read by another program", () => {
  test("hours stay the hours of Berlin in summer and in winter, and in the night between", () =>
    town(async (world) => {
      const days = ["2027-03-27", "2027-03-28", "2027-03-29", "2027-10-30", "2027-10-31", "2027-11-01"];
      for (const day of days) {
        await announced(world, {
          title: day,
          startsAt: instantAt(day, "10:00"),
          endsAt: instantAt(day, "11:30"),
        });
      }
      const events = await eventsIn(await world.request("GET", "/kalender.ics"));
      const starts = events.map((event) => [event.summary, event.startDate.toJSDate().toISOString()]);
      expect(starts).toEqual([
        ["2027-03-27", "2027-03-27T09:00:00.000Z"],
        ["2027-03-28", "2027-03-28T08:00:00.000Z"],
        ["2027-03-29", "2027-03-29T08:00:00.000Z"],
        ["2027-10-30", "2027-10-30T08:00:00.000Z"],
        ["2027-10-31", "2027-10-31T09:00:00.000Z"],
        ["2027-11-01", "2027-11-01T09:00:00.000Z"],
      ]);
    }));

  test("a date of several days ends after its last day, across the change of clocks too", () =>
    town(async (world) => {
      await announced(world, {
        allDay: true,
        startsAt: instantAt("2027-03-27"),
        endsAt: instantAt("2027-03-29"),
      });
      const [event] = await eventsIn(await world.request("GET", "/kalender.ics"));
      expect([event?.startDate.isDate, String(event?.startDate), String(event?.endDate)]).toEqual([
        true,
        "2027-03-27",
        "2027-03-29",
      ]);
    }));

  test("lines are folded, words survive commas, semicolons, line ends and emoji", () =>
    town(async (world) => {
      const title =
        "Fest; mit Musik, Kuchen \\ und 🎺 für alle Menschen aus Běła Woda und den Dörfern ringsum";
      await announced(world, { title });
      const file = await (await world.request("GET", "/kalender.ics")).text();
      for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const [event] = await eventsIn(new Response(file));
      expect(event?.summary).toBe(title);
      expect(event?.description).toContain(
        "Ein langer Tisch; jeder, der mag, bringt etwas mit.\nBei Regen: drinnen.",
      );
    }));
});

test("the calendar answers by month, organization and accessibility", () =>
  town(async (world) => {
    await announced(world, { organizationId: world.club });
    await announced(world, {
      title: "Chor",
      startsAt: instantAt("2027-01-12", "19:00"),
      endsAt: instantAt("2027-01-12", "20:00"),
      accessibility: [],
    });
    const visitor = world.as("visitor");
    const from = world.now;
    expect((await listDates(visitor, { from, organization: "teichfreunde" })).length).toBe(1);
    expect(
      (await listDates(visitor, { from, accessibility: ["stepFree"] })).map(({ title }) => title),
    ).toEqual(["Stadtteilfrühstück"]);
    const january = await (await world.request("GET", "/kalender?monat=2027-01")).text();
    expect(january).toContain("Chor");
    expect(january).not.toContain("Stadtteilfrühstück");
    expect(
      (await world.request("GET", "/kalender?monat=2027-13&barrierefrei=%25&organisation=../x")).status,
    ).toBe(200);
  }));

test("open data tells the same dates and nothing of drafts", () =>
  town(async (world) => {
    await announced(world);
    await announceDate(world.as("editor"), breakfast({ title: "Noch geheim" }), false);
    const data = await (await world.request("GET", "/kalender.json")).json();
    expect(data.licence).toBe("CC0-1.0");
    expect(data.dates.map((date: { title: string }) => date.title)).toEqual(["Stadtteilfrühstück"]);
  }));

test("the form of a representative with one organization asks for no organization and announces at once", () =>
  town(async (world) => {
    const form = { title: "Offener Abend", day: "08.12.2026", time: "18:00", organizationId: world.club };
    const reply = await world.request("POST", "/mein/termine/neu", { as: "representative", form });
    expect(reply.status).toBe(303);
    expect(
      (await nextDates(world.as("visitor"), 5)).map(({ title, organization }) => [title, organization]),
    ).toEqual([["Offener Abend", "Teichfreunde Musterstadt e.V."]]);
    const wrong = await world.request("POST", "/mein/termine/neu", {
      as: "representative",
      form: { ...form, day: "1.1.2020" },
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Dieser Tag ist schon vorbei.");
  }));
