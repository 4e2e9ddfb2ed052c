import { expect, test } from "vitest";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { neededThisWeek } from "#modules/opportunities/queries.ts";
import { saveWishes, WishesInput } from "#modules/opportunities/wishes/commands.ts";
import { emptyProfile, profileOf, wishesOf } from "#modules/opportunities/wishes/queries.ts";
import { testNow, town, type World } from "#test/world.ts";
import { pairsOf, questionPaths, readAnswers } from "./paths.ts";
import { profileFrom, suggestFor } from "./queries.ts";

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
