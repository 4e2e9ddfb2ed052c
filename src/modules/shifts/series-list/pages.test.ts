import { expect, test } from "vitest";
import { paths } from "#modules/shifts/paths.ts";
import { leastField, mostField } from "#modules/shifts/recurring/queries.ts";
import { listSeries } from "#modules/shifts/series/queries.ts";
import { weekly } from "#test/weekly.ts";
import { town, type World } from "#test/world.ts";

const story = async (world: World) => {
  const office = world.as("coordinator");
  const { offer, role } = await weekly(office, world.club);
  const form = {
    rhythm: "weekly",
    weekdays: "FR",
    every: "1",
    startsOn: "2026-12-18",
    startTime: "22:00",
    endTime: "02:00",
    skipsHolidays: "on",
    [leastField(role)]: "1",
    [mostField(role)]: "3",
  };
  const post = (changes: Record<string, string> = {}) =>
    world.request("POST", paths.series(offer), { as: "representative", form: { ...form, ...changes } });
  const count = async () => (await listSeries(office, offer)).length;
  return { offer, office, post, count };
};

test("the next dates are shown with those that fall out and why, and nothing is written yet", () =>
  town(async (world) => {
    const { post, count } = await story(world);
    const reply = await post({ step: "preview" });
    const text = await reply.text();
    expect(reply.status).toBe(200);
    expect(text).toContain("Freitag, 18. Dezember 2026");
    expect(text).toContain("fällt aus: 1. Weihnachtstag");
    expect(text).toContain('value="22:00"');
    expect(await count()).toBe(1);
  }));

test("a series over midnight is created and leads to its page, which says it in words", () =>
  town(async (world) => {
    const { offer, office, post } = await story(world);
    const reply = await post();
    expect(reply.status).toBe(303);
    const page = await world.request("GET", reply.headers.get("location") ?? "", { as: "representative" });
    expect(await page.text()).toContain("jeden Freitag, nicht an Feiertagen · 22–2 Uhr");
    const added = (await listSeries(office, offer)).find(({ startsTime }) => startsTime === "22:00");
    expect(added).toMatchObject({ rule: "FREQ=WEEKLY;BYDAY=FR", minutes: 240 });
  }));

test.each([
  [{ rhythm: "monthly" }, 422, "Bitte füllen Sie dieses Feld aus"],
  [{ rhythm: "rule", rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, 409, "nie ein Termin"],
  [{ rhythm: "rule", rule: "jeden Freitag" }, 409, "können wir nicht lesen"],
  [{ until: "2026-12-01" }, 422, "liegt vor dem ersten"],
  [{ until: "2027-12-01", count: "3" }, 422, "entweder einen letzten Tag oder"],
  [{ startsOn: "2026-11-01" }, 409, "Dieser Tag ist vorbei"],
] as const)("%j comes back with what was typed and a sentence", (changes, status, sentence) =>
  town(async (world) => {
    const { post, count } = await story(world);
    const reply = await post(changes);
    const text = await reply.text();
    expect(reply.status).toBe(status);
    expect(text).toContain(sentence);
    expect(text).toContain('value="22:00"');
    expect(await count()).toBe(1);
  }),
);

test("a monthly rhythm and an end become a rule", () =>
  town(async (world) => {
    const { offer, office, post } = await story(world);
    await post({ rhythm: "monthly", ordinal: "2", weekday: "TU", every: "2", until: "2027-12-01" });
    const rules = (await listSeries(office, offer)).map(({ rule }) => rule);
    expect(rules).toContain("FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU;UNTIL=20271201");
  }));
