import { describe, expect, test } from "vitest";
import { changeDate } from "#modules/content/calendar/commands.ts";
import { type DateCard, findDate, listDates } from "#modules/content/calendar/queries.ts";
import { endSource } from "#modules/content/sources/commands.ts";
import { listSources } from "#modules/content/sources/queries.ts";
import { file, follow, fresh, read, shown } from "#test/calendars.ts";
import { town, type World } from "#test/world.ts";

const first = async (world: World): Promise<DateCard> => {
  const [date] = await listDates(world.as("visitor"), { from: world.now });
  if (!date) throw new Error("there is no date");
  return date;
};

/** Somebody of the town gives the first date another title. */
const retitle = async (world: World, title: string): Promise<DateCard> => {
  const date = await first(world);
  const { startsAt, endsAt, allDay, whereText, postcode, admission, organizationId, body } = date;
  const rest = {
    accessibility: [],
    startsAt,
    endsAt,
    allDay,
    whereText,
    postcode,
    admission,
    organizationId,
    body,
  };
  await changeDate(world.as("editor"), date.id, { ...rest, title }, true);
  return date;
};

const stateOf = async (world: World) => (await listSources(world.as("coordinator"), world.club))[0];

test("read again it changes nothing, and the same event in three calendars is one date", () =>
  town(async (world) => {
    const text = file({}, { uid: "zwei", title: "Chorprobe", day: "20261207" });
    const id = await follow(world, "https://verein.example/a.ics", text);
    await read(world, id, fresh(text), new Date(+world.now + 6 * 3_600_000));
    await follow(
      world,
      "https://jugend.example/b.ics",
      file({ uid: "anders", title: "Das Fest am Teich" }),
      world.youthCenter,
    );
    await follow(
      world,
      "https://betrieb.example/c.ics",
      file({ title: "Teichfest, wir kommen!" }),
      world.company,
    );
    expect(await shown(world)).toEqual([
      "2026-12-05 15:00 Fest am Teich (Teichfreunde)",
      "2026-12-07 15:00 Chorprobe (Teichfreunde)",
    ]);
    const slug = (await listDates(world.as("visitor"), { from: world.now }))[0]?.slug ?? "";
    const page = await (await world.request("GET", `/kalender/${slug}`)).text();
    expect(page).toContain("Auch im Kalender von");
    expect(page).toContain("Jugendhaus Musterstadt");
    expect(page).toContain("Autohaus Muster GmbH");
    expect((await findDate(world.as("visitor"), slug))?.revision).toBe(0);
  }));

test("changes follow, cancellations too, what people wrote here stays, and subscribers learn of it", () =>
  town(async (world) => {
    const id = await follow(world, "https://verein.example/a.ics", file({}));
    const date = await retitle(world, "Großes Fest am Teich");
    await read(world, id, fresh(file({ time: "160000", title: "Fest" })));
    expect(await shown(world)).toEqual(["2026-12-05 16:00 Großes Fest am Teich (Teichfreunde)"]);
    await read(world, id, fresh(file({ time: "160000", title: "Fest", more: "STATUS:CANCELLED" })));
    expect(await shown(world)).toEqual(["2026-12-05 16:00 Großes Fest am Teich (Teichfreunde) –"]);
    expect((await findDate(world.as("visitor"), date.slug))?.revision).toBe(3);
    await read(world, id, fresh(file({ time: "160000", title: "Fest" })));
    expect(await shown(world)).toEqual(["2026-12-05 16:00 Großes Fest am Teich (Teichfreunde)"]);
  }));

describe("what is gone there", () => {
  const both = file({}, { uid: "zwei", title: "Chorprobe", day: "20261207" });

  test("is canceled here, comes back with it, and is handed over where another calendar has it", () =>
    town(async (world) => {
      const id = await follow(world, "https://verein.example/a.ics", both);
      await follow(world, "https://jugend.example/b.ics", file({ uid: "b" }), world.youthCenter);
      await read(world, id, fresh(file({ uid: "drei", title: "Lesung", day: "20261210" })));
      expect(await shown(world)).toEqual([
        "2026-12-05 15:00 Fest am Teich (Jugendhaus)",
        "2026-12-07 15:00 Chorprobe (Teichfreunde) –",
        "2026-12-10 15:00 Lesung (Teichfreunde)",
      ]);
      await read(world, id, fresh(both));
      expect((await shown(world))[1]).toBe("2026-12-07 15:00 Chorprobe (Teichfreunde)");
    }));

  test("is left alone when the whole calendar is empty all of a sudden", () =>
    town(async (world) => {
      const many = file({}, { uid: "2", day: "20261206" }, { uid: "3", day: "20261207" });
      const id = await follow(world, "https://verein.example/a.ics", many);
      await read(world, id, fresh(file()));
      expect((await shown(world)).filter((line) => line.endsWith("–"))).toEqual([]);
      expect(await stateOf(world)).toMatchObject({ problem: "emptied", failures: 1 });
    }));

  test("goes along when the calendar ends, but for what people changed or others show", () =>
    town(async (world) => {
      const text = file(
        {},
        { uid: "2", day: "20261206", title: "Putztag" },
        { uid: "3", day: "20261207", title: "Lesung" },
      );
      const id = await follow(world, "https://verein.example/a.ics", text);
      await follow(
        world,
        "https://jugend.example/b.ics",
        file({ uid: "b", day: "20261207", title: "Lesung" }),
        world.youthCenter,
      );
      await retitle(world, "Fest am Teich!");
      expect(await endSource(world.as("representative"), world.club, id)).toBe(1);
      expect(await shown(world)).toEqual([
        "2026-12-05 15:00 Fest am Teich! (Teichfreunde)",
        "2026-12-07 15:00 Lesung (Jugendhaus)",
      ]);
      await read(world, id, fresh(text));
      expect(await shown(world)).toHaveLength(2);
    }));
});
