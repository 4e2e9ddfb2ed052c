import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";
import { town, type World } from "#test/world.ts";
import { reviewText } from "./commands.ts";
import { countTexts, listTexts, textsAsked } from "./queries.ts";

const content: Questionnaire = {
  title: { de: "Vereine heute" },
  languages: ["de"],
  pages: [
    {
      name: "eins",
      questions: [
        { kind: "text", name: "fehlt", label: { de: "Was fehlt?" }, long: true },
        { kind: "text", name: "mail", label: { de: "Ihre Adresse" }, format: "email" },
        {
          kind: "single",
          name: "lage",
          label: { de: "Wie geht es?" },
          choices: [{ value: "gut", label: { de: "Gut" } }],
          other: { de: "Anders, und zwar" },
        },
      ],
    },
  ],
};

const written = ["Ein Raum", "Ein Raum", "Frau Novak fragen: 03576 123456"];

const answered = async (world: World) => {
  const ctx = world.as("coordinator");
  const id = await addSurvey(ctx, { title: "Vereine heute" }, { content });
  await openSurvey(ctx, id, content);
  const survey = await findSurvey(ctx, id);
  if (!survey) throw new Error("no survey");
  const rows = [
    ...written.map((fehlt) => ({ answers: { fehlt, mail: "anna@verein.example" }, language: "de" })),
    { answers: { lage: "other", lage_other: "durchwachsen" }, language: "de" },
  ];
  await addResponses(ctx, survey, { version: 1, how: "paper", rows });
  return { ctx, id };
};

const hashOf = async (world: World, id: Id<"survey">, text: string): Promise<string> => {
  const row = (await listTexts(world.as("coordinator"), id, "fehlt")).find((one) => one.text === text);
  if (!row) throw new Error("no such text");
  return row.hash;
};

test("own words are read, also those beside the choices; an address asked for as such is not", () =>
  town(async (world) => {
    const { ctx, id } = await answered(world);
    expect(textsAsked(content).map(({ name }) => name)).toEqual(["fehlt", "lage_other"]);
    expect(await countTexts(ctx, id, ["fehlt", "lage_other"])).toEqual(
      expect.arrayContaining([
        { name: "fehlt", all: 2, read: 0 },
        { name: "lage_other", all: 1, read: 0 },
      ]),
    );
    expect((await listTexts(ctx, id, "fehlt")).find(({ text }) => text === "Ein Raum")?.count).toBe(2);
  }));

test("the same text is read once, decided anew, and never made longer", () =>
  town(async (world) => {
    const { ctx, id } = await answered(world);
    const hash = await hashOf(world, id, written[2] ?? "");
    const decide = (words: string | null) => reviewText(ctx, id, { name: "fehlt", hash, words });
    expect(await decide("Jemanden fragen")).toEqual({ ok: true, value: "shortened" });
    expect(await decide(`${written[2]} und noch mehr`)).toEqual({ ok: false, because: "longer" });
    expect(await decide(null)).toEqual({ ok: true, value: "hidden" });
    const rows = await listTexts(ctx, id, "fehlt");
    expect(rows.map(({ text, verdict, words }) => [text, verdict, words])).toEqual([
      ["Ein Raum", null, null],
      [written[2], "hidden", ""],
    ]);
    expect(await countTexts(ctx, id, ["fehlt"])).toEqual([{ name: "fehlt", all: 2, read: 1 }]);
  }));

test("what nobody wrote, and what was not asked, cannot be decided", () =>
  town(async (world) => {
    const { ctx, id } = await answered(world);
    const hash = await hashOf(world, id, "Ein Raum");
    const invented = { name: "fehlt", hash: "0".repeat(64), words: "x" };
    await expect(reviewText(ctx, id, invented)).rejects.toThrow();
    await expect(reviewText(ctx, id, { name: "mail", hash, words: null })).rejects.toThrow();
    await expect(
      reviewText(world.as("representative"), id, { name: "fehlt", hash, words: null }),
    ).rejects.toThrow();
  }));

test("the page shows one text after the other, what to look at in it, and goes on until all are read", () =>
  town(async (world) => {
    const { id } = await answered(world);
    const path = paths.texts(id);
    const hash = await hashOf(world, id, written[2] ?? "");
    const of = async (address: string) => (await world.request("GET", address, { as: "coordinator" })).text();
    const one = await of(`${path}?frage=fehlt&text=${hash}`);
    for (const words of ["Frau Novak", "Telefonnummer", "0 von 2 Texten gelesen", "Wie geht es?"])
      expect(one).toContain(words);
    expect(one).not.toContain("anna@verein.example");
    const form = { frage: "fehlt", text: hash };
    const empty = await world.request("POST", path, { as: "coordinator", form: { ...form, words: " " } });
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining("nichts übrig")]);
    const hidden = { ...form, words: written[2] ?? "", wahl: "verbergen" };
    const saved = await world.request("POST", path, { as: "coordinator", form: hidden });
    expect([saved.status, saved.headers.get("location")]).toEqual([
      303,
      `${path}?frage=fehlt&hinweis=hidden`,
    ]);
    const next = await of(`${path}?frage=fehlt`);
    expect(next).toContain("1 von 2 Texten gelesen");
    const raum = { frage: "fehlt", text: await hashOf(world, id, "Ein Raum"), words: "Ein Raum" };
    await world.request("POST", path, { as: "coordinator", form: raum });
    expect(await of(`${path}?frage=fehlt`)).toContain("Alles gelesen");
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(404);
  }));
