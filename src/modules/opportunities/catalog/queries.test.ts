import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { town, type World } from "#test/world.ts";
import { findOffers } from "./queries.ts";
import { addressOf, readFilters } from "./vocabulary.ts";

const put = async (world: World, fields: Record<string, unknown>, ctx: Context = world.as("coordinator")) => {
  const input = read(ctx, OpportunityInput, {
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["social"],
    postcode: "02943",
    townName: "Weißwasser",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const { id } = await addOpportunity(ctx, world.club, input.value);
  const outcome = await publishOpportunity(ctx, id);
  if (!outcome.ok) throw new Error(outcome.because);
  return id;
};

const fill = async (world: World) => {
  await put(world, {
    title: "Vorlesen in der zweiten Klasse",
    fields: ["school"],
    skills: ["reading"],
    times: ["4"],
    durationMinutes: "120",
    minimumAge: "18",
    accessibility: ["stepFree"],
  });
  await put(world, {
    title: "Beete im Schulgarten anlegen",
    fields: ["environment", "school"],
    summary: "Gärtner und Gärtnerinnen graben um.",
    times: ["15"],
    durationMinutes: "60",
  });
  await put(world, {
    title: "Handy-Café für Senioren",
    fields: ["leisure"],
    targetGroups: ["seniors"],
    times: ["5"],
    languages: ["uk"],
    seats: "2",
  });
  await put(world, {
    title: "Weihnachtspost schreiben",
    placeKind: "remote",
    postcode: "",
    townName: "",
    rhythm: "flexible",
  });
  await put(world, {
    title: "Krötenzaun in Görlitz",
    postcode: "02826",
    townName: "Görlitz",
    fields: ["environment"],
    targetGroups: ["animals"],
  });
};

const titles = async (world: World, address: Record<string, string | string[]>) =>
  (await findOffers(world.as("visitor"), readFilters(address))).rows
    .map(({ offer }) => offer.title.split(" ")[0])
    .sort();

test("words are found by stem, umlaut, family, compound, field, and in spite of typing errors", () =>
  town(async (world) => {
    await fill(world);
    expect(await titles(world, { q: "Vorlesens" })).toEqual(["Vorlesen"]);
    expect(await titles(world, { q: "Gaertnern" })).toContain("Beete");
    expect(await titles(world, { q: "Garten" })).toEqual(["Beete"]);
    expect(await titles(world, { q: "Smartphone" })).toEqual(["Handy-Café"]);
    expect(await titles(world, { q: "handy cafe" })).toEqual(["Handy-Café"]);
    expect(await titles(world, { q: "Tiere" })).toEqual(["Krötenzaun"]);
    expect(await titles(world, { q: "Krötnzaun" })).toEqual(["Krötenzaun"]);
    expect(await titles(world, { q: "Ehrenamt" })).toHaveLength(5);
    expect(await titles(world, { q: "freiwillige Hilfe mit Senioren im Handy Café" })).toEqual([
      "Handy-Café",
    ]);
    expect(await titles(world, { q: "xyzzyplugh" })).toEqual([]);
    expect(await titles(world, { q: "'; drop table <b> & | ! :* (" })).toHaveLength(0);
  }));

test("what only sounds alike says so", () =>
  town(async (world) => {
    await fill(world);
    expect((await findOffers(world.as("visitor"), readFilters({ q: "Vorlessen" }))).similar).toBe(true);
    expect((await findOffers(world.as("visitor"), readFilters({ q: "Vorlesen" }))).similar).toBe(false);
  }));

test("each filter leaves what it should, and what says nothing is not left out", () =>
  town(async (world) => {
    await fill(world);
    expect(await titles(world, { feld: "school" })).toEqual(["Beete", "Vorlesen"]);
    expect(await titles(world, { feld: ["school", "leisure"] })).toEqual(["Beete", "Handy-Café", "Vorlesen"]);
    expect(await titles(world, { zeit: "abend" })).toEqual(["Handy-Café", "Krötenzaun", "Weihnachtspost"]);
    expect(await titles(world, { zeit: "wochenende" })).toEqual(["Beete", "Krötenzaun", "Weihnachtspost"]);
    expect(await titles(world, { dauer: "60" })).not.toContain("Vorlesen");
    expect(await titles(world, { alter: "16" })).not.toContain("Vorlesen");
    expect(await titles(world, { alter: "18" })).toContain("Vorlesen");
    expect(await titles(world, { sprachen: "uk" })).toEqual(["Handy-Café"]);
    expect(await titles(world, { barrierefrei: "stepFree" })).toEqual(["Vorlesen", "Weihnachtspost"]);
    expect(await titles(world, { umkreis: "10" })).toEqual([
      "Beete",
      "Handy-Café",
      "Vorlesen",
      "Weihnachtspost",
    ]);
    expect(await titles(world, { umkreis: "zuhause" })).toEqual(["Weihnachtspost"]);
    expect(await titles(world, { plz: "02826", umkreis: "10" })).toEqual(["Krötenzaun", "Weihnachtspost"]);
    expect(await titles(world, { rhythmus: "flexible" })).toEqual(["Weihnachtspost"]);
    expect(await titles(world, { organisation: "nicht-da" })).toEqual([]);
  }));

test("counts, reasons of what is missing, and the one filter to loosen are true", () =>
  town(async (world) => {
    await fill(world);
    const result = await findOffers(world.as("visitor"), readFilters({ feld: "school", zeit: "abend" }));
    expect(result.total).toBe(0);
    expect(result.loosened).toEqual([
      { axis: "feld", n: 3 },
      { axis: "zeit", n: 2 },
    ]);
    expect(result.count("zeit", "tag")).toBe(1);
    expect(result.count("feld", "leisure")).toBe(1);
    expect(result.hidden.reduce((sum, { n }) => sum + n, 0)).toBe(result.all);
    expect(result.almost.map(({ axis }) => axis)).toEqual(["zeit", "zeit"]);
  }));

test("nearest first, newest first, and full offers are left out with a reason", () =>
  town(async (world) => {
    await fill(world);
    const order = async (sortierung: string, plz = "02826") =>
      (await findOffers(world.as("visitor"), readFilters({ sortierung, plz }))).rows.map(
        ({ offer }) => offer.title.split(" ")[0],
      );
    expect((await order("nah"))[0]).toBe("Krötenzaun");
    await world.sql("update opportunities set seats_taken = 2 where seats = 2");
    const result = await findOffers(world.as("visitor"), readFilters({}));
    expect(result.hidden).toEqual([{ axis: "full", n: 1 }]);
  }));

test("what is past, paused, a draft or of another town is not on offer", () =>
  town(async (world) => {
    await put(world, { title: "Morgen früh", rhythm: "once", startDay: "2026-11-25", startTime: "09:00" });
    expect(await titles(world, {})).toEqual(["Morgen"]);
    const later = world.as("visitor", { now: new Date("2026-11-26T09:00:00Z") });
    expect((await findOffers(later, readFilters({}))).all).toBe(0);
    expect((await findOffers(world.as("foreignVolunteer"), readFilters({}))).all).toBe(0);
  }));

test("an address carries its filters and nothing else", () => {
  const filters = readFilters({
    feld: ["school", "nonsense"],
    zeit: "abend",
    seite: "-3",
    umkreis: "7",
    plz: "02943",
    sortierung: "x",
  });
  expect(addressOf(filters)).toBe("/angebote?feld=school&zeit=abend&plz=02943");
});

test("list, sheet and feed answer alike, without scripts and light enough", () =>
  town(async (world) => {
    await fill(world);
    for (let index = 0; index < 30; index += 1)
      await put(world, { title: `Angebot Nummer ${index} <script>` });
    const page = await world.request("GET", "/angebote?zeit=tag");
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).not.toContain("<script>");
    expect(text.length).toBeLessThan(60_000);
    const second = await (await world.request("GET", "/angebote?seite=2")).text();
    expect(second).toContain("21–35 von 35");
    expect((await world.request("GET", "/angebote/aushang")).status).toBe(200);
    const feed = await world.request("GET", "/angebote/feed.xml?feld=school");
    expect(feed.headers.get("content-type")).toContain("atom+xml");
    expect((await feed.text()).match(/<entry>/gu)).toHaveLength(2);
  }));

test("an empty result offers the next best and the contact point", () =>
  town(async (world) => {
    await fill(world);
    const text = await (await world.request("GET", "/angebote?feld=school&zeit=abend")).text();
    expect(text).toContain("Nichts dabei?");
    expect(text).toContain("In allen Feldern: 3 Angebote");
    expect(text).toContain("03576 123456");
  }));

test("the page of one offer says everything and carries its posting as data", () =>
  town(async (world) => {
    await fill(world);
    const text = await (
      await world.request("GET", "/angebote/vorlesen-in-der-zweiten-klasse?plz=02943")
    ).text();
    expect(text).toContain("/fragen?angebot=vorlesen-in-der-zweiten-klasse");
    expect(text).toContain("ab 18 Jahren");
    expect(text).toContain('"employmentType":"VOLUNTEER"');
    expect((await world.request("GET", "/angebote/gibt-es-nicht")).status).toBe(404);
    const foreign = await world.request("GET", "/angebote/vorlesen-in-der-zweiten-klasse", {
      town: "second",
    });
    expect(foreign.status).toBe(404);
  }));
