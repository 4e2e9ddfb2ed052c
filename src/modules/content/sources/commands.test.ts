import { expect, test } from "vitest";
import type { fetchFile } from "#core/fetch.ts";
import { instantAt } from "#core/local-time.ts";
import { refused } from "#core/outcome.ts";
import { announceDate } from "#modules/content/calendar/commands.ts";
import { listDates } from "#modules/content/calendar/queries.ts";
import { add, file, follow, fresh, read, shown } from "#test/calendars.ts";
import { town, type World } from "#test/world.ts";
import { addSource, askNow, confirmSource, endSource, SourceForm } from "./commands.ts";
import { askForDue, readingBy } from "./jobs.ts";
import { listSources } from "./queries.ts";

const later = (world: World, hours: number) => new Date(+world.now + hours * 3_600_000);

const stateOf = async (world: World, organization = world.club) =>
  (await listSources(world.as("coordinator"), organization))[0];

const manual = (world: World, title: string) => {
  const span = {
    startsAt: instantAt("2026-12-05", "15:00"),
    endsAt: instantAt("2026-12-05", "18:00"),
    allDay: false,
  };
  const rest = { whereText: "Teichhaus", postcode: null, accessibility: [], admission: "", body: "" };
  const input = { title, ...span, ...rest, organizationId: world.youthCenter };
  return { input, announce: () => announceDate(world.as("editor"), input, true) };
};

test("an address is taken as people have it, once, and five of them at most", () =>
  town(async (world) => {
    const url = (text: string) => SourceForm.safeParse({ url: text }).data?.url;
    expect(url("webcal://verein.example/a.ics")).toBe("https://verein.example/a.ics");
    expect(url(" verein.example/a.ics ")).toBe("https://verein.example/a.ics");
    for (const wrong of ["javascript:alert(1)", "file:///etc/passwd", "https://", ""])
      expect(url(wrong)).toBeUndefined();
    const ctx = world.as("representative");
    const one = { url: "https://verein.example/0.ics" };
    expect((await addSource(ctx, world.club, one)).ok).toBe(true);
    expect(await addSource(ctx, world.club, one)).toEqual(refused("already"));
    for (const n of [1, 2, 3, 4]) await add(world, `https://verein.example/${n}.ics`);
    expect(await addSource(ctx, world.club, { url: "https://verein.example/5.ics" })).toEqual(
      refused("tooMany"),
    );
  }));

test("nothing is published before somebody has seen what would come, and what stands here already", () =>
  town(async (world) => {
    await manual(world, "Fest am Teich").announce();
    const id = await add(world, "https://verein.example/a.ics");
    const text = file({}, { uid: "zwei", title: "Chorprobe", day: "20261207" });
    await read(world, id, fresh(text));
    expect(await shown(world)).toHaveLength(1);
    const page = await (
      await world.request("GET", `/mein/organisationen/${world.club}/kalender`, { as: "representative" })
    ).text();
    expect(page).toContain("2 Termine gefunden");
    expect(page).toContain("steht schon hier: Fest am Teich, Jugendhaus Musterstadt");
    expect(page).toContain("Chorprobe");
    await confirmSource(world.as("representative"), world.club, id);
    await read(world, id, fresh(text));
    expect(await shown(world)).toEqual([
      "2026-12-05 15:00 Fest am Teich (Jugendhaus)",
      "2026-12-07 15:00 Chorprobe (Teichfreunde)",
    ]);
    expect(await stateOf(world)).toMatchObject({
      name: "Vereinskalender",
      found: 2,
      problem: null,
      preview: [],
    });
  }));

test("failures are told in words, come more seldom, and after five the office hears of it", () =>
  town(async (world) => {
    const id = await follow(world, "https://verein.example/a.ics", file({}));
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      await read(world, id, refused("unreachable"));
      const source = await stateOf(world);
      waits.push((+(source?.nextAt ?? 0) - +world.now) / 3_600_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 24]);
    const failing = async (name: string) =>
      (await world.sql("select count(*)::int as n from events where name = $1", [name])).rows[0]?.["n"];
    expect(await failing("calendar_source.failing")).toBe(1);
    const page = await (
      await world.request("GET", `/buero/organisationen/${world.club}/kalender`, { as: "coordinator" })
    ).text();
    expect(page).toContain("Unter dieser Adresse antwortet niemand.");
    expect(await shown(world)).toHaveLength(1);
    await read(world, id, { ok: true, value: { same: true } });
    expect(await failing("calendar_source.recovered")).toBe(1);
    expect(await stateOf(world)).toMatchObject({ problem: null, failures: 0 });
    await read(world, id, fresh("<html>Anmelden</html>"));
    expect(await stateOf(world)).toMatchObject({ problem: "notACalendar" });
  }));

test("what is due is asked for, and nobody presses “read” all the time", () =>
  town(async (world) => {
    const id = await follow(world, "https://verein.example/a.ics", file({}));
    const ctx = (hours: number) => world.as("representative", { now: later(world, hours) });
    expect(await askNow(ctx(0), world.club, id)).toEqual(refused("justRead"));
    expect((await askNow(ctx(1), world.club, id)).ok).toBe(true);
    const due = async (hours: number) =>
      (await listSources(ctx(hours), world.club)).filter(({ nextAt }) => nextAt <= later(world, hours))
        .length;
    expect([await due(5), await due(6)]).toEqual([0, 1]);
    await askForDue(world.as("system", { now: later(world, 6) }));
  }));

test("foreign words never become markup, and long descriptions are read as they were written", () =>
  town(async (world) => {
    const more = "DESCRIPTION:<script>alert(1)</script>[klick](javascript:alert(2)) <b>fett</b> \\n# Laut";
    await follow(
      world,
      "https://verein.example/a.ics",
      file({ title: "<img src=x onerror=alert(3)>Fest", more }),
    );
    const [date] = await listDates(world.as("visitor"), { from: world.now });
    const page = await (await world.request("GET", `/kalender/${date?.slug}`)).text();
    for (const evil of ["<script>alert", 'href="javascript', "onerror=alert(3)>", "<h2>Laut"])
      expect(page).not.toContain(evil);
    expect(page).toContain("[klick](javascript:alert(2)) fett");
  }));

test("others do not touch it, and the other town reads its own", () =>
  town(async (world) => {
    const id = await add(world, "https://verein.example/a.ics");
    await expect(confirmSource(world.as("otherRepresentative"), world.club, id)).rejects.toThrow();
    await expect(endSource(world.as("representative"), world.youthCenter, id)).rejects.toThrow();
    await expect(confirmSource(world.as("foreignCoordinator"), world.club, id)).rejects.toThrow();
    const elsewhere = world.as("system", { place: world.second });
    const fetch: typeof fetchFile = async () => {
      throw new Error("nobody must be asked");
    };
    await readingBy(fetch).reach((work) => work(elsewhere), { source: id });
  }));
