import { expect, test } from "vitest";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { neededThisWeek } from "#modules/opportunities/queries.ts";
import { saveWishes, WishesInput } from "#modules/opportunities/wishes/commands.ts";
import { emptyProfile, profileOf, wishesOf } from "#modules/opportunities/wishes/queries.ts";
import { testNow, town, type World } from "#test/world.ts";
import { dismissOffer, restoreOffer } from "./commands.ts";
import { pairsOf, questionPaths, readAnswers } from "./paths.ts";
import { explain, listDismissed, profileFrom, suggestFor } from "./queries.ts";

const put = async (world: World, title: string, fields: Record<string, unknown> = {}, daysAgo = 0) => {
  const ctx = world.as("coordinator", { now: new Date(+testNow - daysAgo * 86_400_000) });
  const input = read(ctx, OpportunityInput, {
    title,
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["social"],
    postcode: "02943",
    townName: "Weißwasser",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const { id } = await addOpportunity(ctx, world.club, input.value);
  await publishOpportunity(ctx, id);
  return id;
};

const wish = (fields: Record<string, unknown>) => WishesInput.parse({ times: [], ...fields });

test("suggestions come with their reasons, and what is out of the question with its own", () =>
  town(async (world) => {
    await put(world, "Vorlesen", { fields: ["school"], skills: ["reading"], times: ["4"] });
    await put(world, "Turnen", { fields: ["sport"], skills: ["sports"], times: ["20"] });
    await put(world, "Wahlhelfer", { minimumAge: "18" });
    await put(world, "Sorbisch", { languagesRequired: ["hsb"] });
    const ctx = world.as("visitor");
    const answers = readAnswers({
      gern: "reading",
      feld: "school",
      zeit: "tag",
      alter: "under16",
      sprachen: "de",
      plz: "02943",
    });
    const { suggestions, closed, confidence } = await suggestFor(ctx, profileFrom(ctx, answers), 5);
    expect(suggestions.map(({ opportunity }) => opportunity.title)).toEqual(["Vorlesen", "Turnen"]);
    expect(suggestions[0]?.reasons.join(" ")).toContain("Vorlesen");
    expect(suggestions[0]?.buts).toEqual([]);
    expect(suggestions[1]?.buts.length).toBeGreaterThan(0);
    expect(confidence).toBeGreaterThan(0.6);
    expect(closed.map(({ opportunity, reasons }) => [opportunity.title, reasons])).toEqual([
      ["Wahlhelfer", ["Man muss mindestens 18 Jahre alt sein."]],
      ["Sorbisch", ["Eine dieser Sprachen ist nötig: Obersorbisch."]],
    ]);
  }));

test("nothing answered: the longest waiting first, and we say that we know nothing", () =>
  town(async (world) => {
    await put(world, "Neu", {}, 1);
    await put(world, "Lange", {}, 20);
    const { suggestions, confidence } = await suggestFor(world.as("visitor"), emptyProfile, 5);
    expect(confidence).toBe(0);
    expect(suggestions.map(({ opportunity }) => opportunity.title)).toEqual(["Lange", "Neu"]);
  }));

test("wishes are the person's own: they and the office read and write them, nobody else", () =>
  town(async (world) => {
    const { id } = world.cast.volunteer;
    await saveWishes(world.as("volunteer"), id, wish({ fields: ["sport"], times: ["0", "20"] }));
    await saveWishes(
      world.as("coordinator"),
      id,
      wish({ fields: ["sport", "school"], times: ["0"], radiusKm: "5" }),
    );
    expect(await wishesOf(world.as("volunteer"), id)).toMatchObject({
      fields: ["sport", "school"],
      times: 1,
      radiusKm: 5,
    });
    expect(await profileOf(world.as("coordinator"), id)).toMatchObject({
      radius: 5,
      age: { from: 18 },
      postcode: "02943",
    });
    for (const part of ["neighborhood", "representative", "visitor"] as const) {
      await expect(wishesOf(world.as(part), id)).rejects.toMatchObject({ name: "Forbidden" });
      await expect(saveWishes(world.as(part), id, wish({}))).rejects.toMatchObject({ name: "Forbidden" });
    }
  }));

test("six questions, one a page; answers stay in the address, and each may be skipped", () =>
  town(async (world) => {
    await put(world, "Vorlesen", { fields: ["school"] });
    for (let step = 1; step <= 6; step += 1) {
      const text = await (
        await world.request("GET", `/helfen?schritt=${step}&zeit=abend&gern=reading`)
      ).text();
      expect(text).toContain(`Frage ${step} von 6`);
      if (step > 2) expect(text).toContain('name="gern" value="reading"');
      expect(text).toContain("Diese Frage überspringen");
    }
    const result = await (await world.request("GET", "/helfen/vorschlaege?feld=school")).text();
    expect(result).toContain("Passt, weil");
    expect(result).toContain("/fragen?thema=help&amp;feld=school");
    expect(result).not.toContain("Antworten merken");
  }));

test("who is signed in may have the answers remembered", () =>
  town(async (world) => {
    const form = { antworten: "feld=school&zeit=abend&umkreis=5&plz=02943" };
    expect((await world.request("POST", "/helfen/merken", { as: "volunteer", form })).status).toBe(303);
    expect(await wishesOf(world.as("volunteer"), world.cast.volunteer.id)).toMatchObject({
      fields: ["school"],
      radiusKm: 5,
    });
    const page = await world.request("GET", "/mein/wuensche", { as: "volunteer" });
    expect(page.status).toBe(200);
    const change = { spans: "saturday", fields: "sport", postcode: "12" };
    expect((await world.request("POST", "/mein/wuensche", { as: "volunteer", form: change })).status).toBe(
      422,
    );
    expect(
      (await world.request("POST", "/mein/wuensche", { as: "volunteer", form: { ...change, postcode: "" } }))
        .status,
    ).toBe(303);
    expect(await wishesOf(world.as("volunteer"), world.cast.volunteer.id)).toMatchObject({
      fields: ["sport"],
      times: 7 << 15,
    });
    expect(
      (await world.request("POST", "/mein/wuensche/loeschung", { as: "volunteer", form: {} })).status,
    ).toBe(303);
    expect(await wishesOf(world.as("volunteer"), world.cast.volunteer.id)).toBeUndefined();
  }));

test("what is needed this week: the next dates first, then the longest waiting, nothing full", () =>
  town(async (world) => {
    await put(world, "Lange", {}, 30);
    await put(world, "Freitag", { rhythm: "once", startDay: "2026-11-27", startTime: "10:00" });
    await put(world, "Mittwoch", { rhythm: "once", startDay: "2026-11-25", startTime: "10:00" });
    await put(world, "Nächsten Monat", { rhythm: "once", startDay: "2026-12-24", startTime: "10:00" });
    const full = await put(world, "Voll", { seats: "1" }, 40);
    await world.sql(`update opportunities set seats_taken = 1 where id = '${full}'`);
    const needed = await neededThisWeek(world.as("visitor"), 5);
    expect(needed.map(({ title }) => title)).toEqual(["Mittwoch", "Freitag", "Lange"]);
  }));

test("an address of answers is read back as it was written", () => {
  const answers = readAnswers({
    zeit: ["abend", "tag", "nie"],
    alter: "adult",
    plz: "2943",
    nicht: "animals",
  });
  expect(questionPaths.result(answers)).toBe(
    "/helfen/vorschlaege?zeit=tag&zeit=abend&nicht=animals&alter=adult",
  );
  expect(pairsOf(answers, ["zeit", "nicht", "alter"])).toEqual([]);
});

test("what somebody declined is not suggested again, until they take it back; nobody else is concerned", () =>
  town(async (world) => {
    const one = await put(world, "Vorlesen", { fields: ["school"] });
    await put(world, "Turnen", { fields: ["sport"] });
    const titles = async () =>
      [
        ...(await (await world.request("GET", "/mein/vorschlaege", { as: "volunteer" })).text()).matchAll(
          /<article.*?<a href="[^"]*">([^<]*)/gsu,
        ),
      ].map(([, title]) => title);
    await world.request("POST", "/helfen/merken", { as: "volunteer", form: { antworten: "feld=school" } });
    expect(await titles()).toEqual(["Vorlesen", "Turnen"]);
    const no = { angebot: one, zurueck: "//anderswo.example" };
    const reply = await world.request("POST", "/mein/vorschlaege/nein", { as: "volunteer", form: no });
    expect(reply.headers.get("location")).toBe("/mein/vorschlaege?hinweis=abgelehnt");
    expect(await titles()).toEqual(["Turnen"]);
    expect(
      await (await world.request("GET", "/helfen/vorschlaege?feld=school", { as: "volunteer" })).text(),
    ).not.toContain(">Vorlesen<");
    expect(await (await world.request("GET", "/helfen/vorschlaege?feld=school")).text()).toContain(
      ">Vorlesen<",
    );
    await dismissOffer(world.as("volunteer"), one);
    expect((await listDismissed(world.as("volunteer"), world.cast.volunteer.id)).length).toBe(1);
    await expect(dismissOffer(world.as("visitor"), one)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(dismissOffer(world.as("foreignVolunteer"), one)).rejects.toMatchObject({ name: "NotFound" });
    await restoreOffer(world.as("volunteer"), one);
    expect(await titles()).toEqual(["Vorlesen", "Turnen"]);
  }));

test("why not: the gate that closed, or the place in the order, every point, and what would change it", () =>
  town(async (world) => {
    const ctx = world.as("visitor");
    const good = await put(world, "Vorlesen", { fields: ["school"], times: ["4"] }, 3);
    const weak = await put(world, "Turnen", { fields: ["sport"], times: ["4"] }, 2);
    const full = await put(world, "Voll", { seats: "1" });
    await world.sql(`update opportunities set seats_taken = 1 where id = '${full}'`);
    const profile = profileFrom(ctx, readAnswers({ feld: "school", zeit: "tag" }));
    const none = new Set<string>();
    const first = await explain(ctx, profile, good, none);
    const second = await explain(ctx, profile, weak, none);
    if (first.kind !== "open" || second.kind !== "open") throw new Error("both come into question");
    expect([first.rank, first.open, first.changes]).toEqual([1, 2, []]);
    expect([second.rank, second.changes.map(({ name }) => name)]).toEqual([2, ["fields"]]);
    const sum = (parts: typeof second.parts) => parts.reduce((total, { weight }) => total + weight, 0);
    expect(second.parts.reduce((total, { weight, fit }) => total + weight * fit, 0) / sum(second.parts)).toBe(
      second.score,
    );
    expect(await explain(ctx, profile, full, none)).toMatchObject({
      kind: "closed",
      gates: [{ name: "full" }],
    });
    await world.sql(`update opportunities set state = 'paused' where id = '${good}'`);
    expect(await explain(ctx, profile, good, none)).toEqual({ kind: "notOpen" });
  }));

test("the page that says why is there for everybody, with answers, with wishes and with neither", () =>
  town(async (world) => {
    await put(world, "Vorlesen", { fields: ["school"] });
    await put(world, "Wahlhelfer", { minimumAge: "18" });
    const text = async (path: string, as?: "volunteer") =>
      (await world.request("GET", `/helfen/vorschlaege/warum/${path}`, as ? { as } : {})).text();
    expect(await text("vorlesen")).toContain("Wir wissen noch nichts von Ihnen");
    expect(await text("vorlesen?feld=school")).toContain("Warum wird mir das vorgeschlagen?");
    const closed = await text("wahlhelfer?feld=school&alter=under16");
    expect(closed).toContain("Man muss mindestens 18 Jahre alt sein.");
    expect(closed).toContain("Warum wurde mir das nicht vorgeschlagen?");
    await world.request("POST", "/helfen/merken", { as: "volunteer", form: { antworten: "feld=sport" } });
    expect(await text("vorlesen", "volunteer")).toContain("Gerechnet aus Ihren Wünschen.");
    expect((await world.request("GET", "/helfen/vorschlaege/warum/gibt-es-nicht")).status).toBe(404);
  }));
