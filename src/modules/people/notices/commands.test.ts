import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { choose } from "#modules/people/choices/commands.ts";
import { usualChoices } from "#modules/people/choices/queries.ts";
import { keepPerson } from "#modules/people/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { town, type World } from "#test/world.ts";
import { forgetNotices, notify, tellWaiting, unnotify } from "./commands.ts";
import { tellNotices } from "./queries.ts";

const at = (day: string, time: string) => instantAt(day, time);
const tuesday = "2026-11-24";

const put = (
  world: World,
  key: string,
  more: { now?: Date; notBefore?: Date; until?: Date; kind?: string } = {},
) => {
  const { now = at(tuesday, "10:00"), kind = "search", ...when } = more;
  const personId = world.cast.volunteer.id;
  return notify(world.as("system", { now }), {
    personId,
    key,
    kind,
    title: `Neu: ${key}`,
    path: "/angebote",
    ...when,
  });
};

const tell = (world: World, day: string, time: string) =>
  tellWaiting(world.as("system", { now: at(day, time) }));

const letters = async (world: World) =>
  (
    await world.sql(
      "select subject, text_body, html_body, unsubscribe_path from mails where kind = 'notices' order by written_at, id",
    )
  ).rows;

/** Every hour of these days, as the worker comes by; the days and hours at which somebody was told. */
const through = async (world: World, days: readonly string[]): Promise<string[]> => {
  const told: string[] = [];
  for (const day of days) {
    for (let hour = 6; hour <= 21; hour += 1) {
      const time = `${String(hour).padStart(2, "0")}:03`;
      if ((await tell(world, day, time)) > 0) told.push(`${day} ${time}`);
    }
  }
  return told;
};

test("everything that waits comes in one letter, sorted by kind, and is told once", () =>
  town(async (world) => {
    await put(world, "Vorlesen");
    await put(world, "Vorlesen");
    await put(world, "Garten");
    await put(world, "Fest", { kind: "invitation" });
    expect(await tell(world, tuesday, "16:03")).toBe(0);
    expect(await tell(world, tuesday, "17:03")).toBe(1);
    expect(await tell(world, tuesday, "18:03")).toBe(0);
    const [letter, ...others] = await letters(world);
    expect(others).toEqual([]);
    expect(letter?.["subject"]).toBe("3 Nachrichten für Sie");
    const text = String(letter?.["text_body"]);
    expect(text.indexOf("Sie werden gefragt")).toBeLessThan(text.indexOf("Neu zu Ihren Suchen"));
    expect(text.match(/Neu: Vorlesen/gu)).toHaveLength(1);
    expect(String(letter?.["html_body"])).toContain(">Neu: Garten</a>");
    expect(String(letter?.["unsubscribe_path"])).toMatch(/^\/nachrichten\/[\w-]{43}$/u);
  }));

describe("the hour", () => {
  test("what comes after one's hour waits for the next day, so it is one letter a day", () =>
    town(async (world) => {
      await put(world, "früh");
      expect(await through(world, [tuesday])).toEqual([`${tuesday} 17:03`]);
      await put(world, "abends", { now: at(tuesday, "19:00") });
      expect(await through(world, [tuesday])).toEqual([]);
      expect(await through(world, ["2026-11-25"])).toEqual(["2026-11-25 17:03"]);
    }));

  test("whoever moves their hour on the same day is not written to twice", () =>
    town(async (world) => {
      const ctx = world.as("volunteer");
      await choose(ctx, ctx.actor.kind === "person" ? ctx.actor.id : world.cast.volunteer.id, {
        ...usualChoices,
        digestHour: 8,
      });
      await put(world, "eins", { now: at(tuesday, "07:00") });
      expect(await tell(world, tuesday, "08:03")).toBe(1);
      await choose(ctx, world.cast.volunteer.id, { ...usualChoices, digestHour: 20 });
      await put(world, "zwei", { now: at(tuesday, "09:00") });
      expect(await tell(world, tuesday, "20:03")).toBe(0);
      expect(await tell(world, "2026-11-25", "20:03")).toBe(1);
    }));

  test("an hour that was missed is made up for", () =>
    town(async (world) => {
      await put(world, "verpasst");
      expect(await tell(world, tuesday, "21:03")).toBe(1);
      await put(world, "nachts", { now: at("2026-11-25", "16:00") });
      expect(await tell(world, "2026-11-27", "06:03")).toBe(0);
      expect(await tell(world, "2026-11-27", "17:03")).toBe(1);
    }));

  test("it stays the hour on the clock when the clocks change", () =>
    town(async (world) => {
      for (const day of [
        "2026-10-24",
        "2026-10-25",
        "2026-10-26",
        "2027-03-27",
        "2027-03-28",
        "2027-03-29",
      ]) {
        await put(world, day, { now: at(day, "10:00") });
        expect(await through(world, [day])).toEqual([`${day} 17:03`]);
      }
      expect(await letters(world)).toHaveLength(6);
    }));

  test("a weekly letter comes on Monday, and a missed one at the next hour", () =>
    town(async (world) => {
      await choose(world.as("volunteer"), world.cast.volunteer.id, {
        ...usualChoices,
        digest: "weekly",
        digestHour: 9,
      });
      await put(world, "Dienstag");
      const week = ["2026-11-24", "2026-11-25", "2026-11-28", "2026-11-29", "2026-11-30", "2026-12-01"];
      expect(await through(world, week)).toEqual(["2026-11-30 09:03"]);
      await put(world, "Freitag", { now: at("2026-12-04", "10:00") });
      expect(await tell(world, "2026-12-08", "08:03")).toBe(0);
      expect(await tell(world, "2026-12-08", "09:03")).toBe(1);
    }));
});

test("who wants no letter gets none, and still finds it under “Mein Bereich”", () =>
  town(async (world) => {
    await choose(world.as("volunteer"), world.cast.volunteer.id, { ...usualChoices, digest: "never" });
    await put(world, "Fest", { kind: "invitation", now: world.now });
    expect(await through(world, [tuesday, "2026-11-30"])).toEqual([]);
    const page = await (await world.request("GET", "/mein", { as: "volunteer" })).text();
    expect(page).toContain("Neu: Fest");
    expect(page).not.toContain("Nichts wartet auf Sie.");
    expect(await (await world.request("GET", "/mein", { as: "neighborhood" })).text()).not.toContain(
      "Neu: Fest",
    );
  }));

test("what is over is dropped, what comes later waits, and what was taken back is not told", () =>
  town(async (world) => {
    await put(world, "vorbei", { until: at(tuesday, "16:00") });
    await put(world, "später", { notBefore: at("2026-11-25", "12:00") });
    await put(world, "zurück");
    await unnotify(world.as("system"), world.cast.volunteer.id, "zurück");
    expect(await through(world, [tuesday, "2026-11-25"])).toEqual(["2026-11-25 17:03"]);
    const [letter] = await letters(world);
    expect(letter?.["subject"]).toBe("Neu: später");
    const { rows } = await world.sql("select told_how from notices where key = 'vorbei'");
    expect(rows).toEqual([{ told_how: "dropped" }]);
  }));

test("whoever has no e-mail is told by the office: it hears once of everything of the day", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const kept = await keepPerson(office, {
      name: "Kuno Kartei",
      contactBy: "phone",
      phone: "03576 4711",
      language: "de",
    });
    if (!kept.ok) throw new Error("Kuno is known already");
    for (const key of ["eins", "zwei"]) {
      await notify(world.as("system", { now: at(tuesday, "10:00") }), {
        personId: kept.value,
        key,
        kind: "invitation",
        title: `Frage ${key}`,
        path: "/angebote",
      });
    }
    expect(await tell(world, tuesday, "17:03")).toBe(1);
    expect(await tell(world, tuesday, "18:03")).toBe(0);
    expect(await letters(world)).toEqual([]);
    const { rows } = await world.sql("select data from events where name = 'notices.unsendable'");
    expect(rows).toHaveLength(1);
    const told = {
      personId: kept.value,
      name: "Kuno Kartei",
      phone: "03576 4711",
      lines: ["Frage eins", "Frage zwei"],
    };
    expect(rows[0]?.["data"]).toEqual(told);
  }));

test("a letter is in the language of its reader, and nobody of the other town is told", () =>
  town(async (world) => {
    const { db } = world.as("system");
    await db
      .updateTable("people")
      .set({ language: "en" })
      .where("id", "=", world.cast.volunteer.id)
      .execute();
    await put(world, "eins");
    await put(world, "zwei");
    const elsewhere = world.as("system", { now: at(tuesday, "17:03"), place: world.second });
    expect(await tellWaiting(elsewhere)).toBe(0);
    expect(await tell(world, tuesday, "17:03")).toBe(1);
    expect((await letters(world))[0]?.["subject"]).toBe("2 messages for you");
  }));

test("whoever leaves takes it along", () =>
  town(async (world) => {
    await put(world, "eins");
    const ctx = world.as("system", { now: at(tuesday, "11:00") });
    expect(await tellNotices(ctx, world.cast.volunteer.id)).toHaveLength(1);
    await forgetNotices(ctx, world.cast.volunteer.id);
    expect(await tellNotices(ctx, world.cast.volunteer.id)).toEqual([]);
  }));

describe("really committed", () => {
  let house: Committed;
  beforeAll(async () => {
    house = await openCommitted();
  });
  afterAll(() => house.close());

  const sent = () =>
    house.at(house.first, async (ctx) =>
      ctx.db.selectFrom("mails").select(["subject"]).where("kind", "=", "notices").execute(),
    );

  test("a crash before the end repeats nothing, and eight workers at once write one letter", async () => {
    const now = at(tuesday, "17:03");
    const personId = house.cast.volunteer.id;
    const lay = (key: string) =>
      house.at(
        house.first,
        (ctx) => notify(ctx, { personId, key, kind: "search", title: key, path: "/angebote" }),
        {
          now: at(tuesday, "10:00"),
        },
      );
    await lay("eins");
    await lay("zwei");
    const crash = house.at(
      house.first,
      async (ctx) => {
        expect(await tellWaiting(ctx)).toBe(1);
        throw new Error("the power went out");
      },
      { now },
    );
    await expect(crash).rejects.toThrow("power");
    expect(await sent()).toEqual([]);
    const told = await Promise.all(
      Array.from({ length: 8 }, () => house.at(house.first, (ctx) => tellWaiting(ctx), { now })),
    );
    expect(told.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await sent()).toEqual([{ subject: "2 Nachrichten für Sie" }]);
  });
});
