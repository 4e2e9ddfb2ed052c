import { expect, test } from "vitest";
import type { Answers, Questionnaire } from "#methods/questionnaire.ts";
import { countAnswers } from "#methods/survey-count.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";
import { town, type World } from "#test/world.ts";
import { countNow, crossNow } from "./queries.ts";

const choices = (...values: string[]) => values.map((value) => ({ value, label: { de: value } }));

const content: Questionnaire = {
  title: { de: "Vereine heute" },
  languages: ["de"],
  pages: [
    {
      name: "eins",
      questions: [
        { kind: "single", name: "lage", label: { de: "Wie geht es?" }, choices: choices("gut", "schlecht") },
        { kind: "multiple", name: "felder", label: { de: "Felder?" }, choices: choices("sport", "kultur") },
        {
          kind: "matrix",
          name: "wie",
          label: { de: "Wie läuft" },
          rows: [{ name: "a", label: { de: "Nachwuchs" } }],
          choices: choices("ja", "nein"),
        },
        { kind: "ranking", name: "rang", label: { de: "Zuerst?" }, choices: choices("x", "y") },
        { kind: "number", name: "zahl", label: { de: "Mitglieder" } },
        { kind: "scale", name: "note", label: { de: "Note" }, from: 1, to: 3 },
        { kind: "text", name: "wort", label: { de: "Ein Wort" } },
      ],
    },
  ],
};

const given: readonly Answers[] = [
  { lage: "gut", felder: ["sport", "kultur"], wie: { a: "ja" }, rang: ["y", "x"], zahl: 40, note: 3 },
  { lage: "gut", felder: ["sport"], wie: { a: "nein" }, rang: ["x"], zahl: 41, wort: "geheim" },
  { lage: "schlecht", zahl: 7, note: 3 },
  { felder: ["kultur"] },
];

const answered = async (world: World, privacy: "anonymous" | "counters", answers = given) => {
  const ctx = world.as("coordinator");
  const id = await addSurvey(ctx, { title: "Vereine heute", privacy }, { content });
  await openSurvey(ctx, id, content);
  const survey = await findSurvey(ctx, id);
  if (!survey) throw new Error("no survey");
  const rows = answers.map((one) => ({ answers: one, language: "de" }));
  await addResponses(ctx, survey, { version: 1, how: "paper", rows });
  return { ctx, survey };
};

test("the database adds up what one walk over all answers adds up", () =>
  town(async (world) => {
    const { ctx, survey } = await answered(world, "anonymous");
    expect(await countNow(ctx, survey, content, given.length)).toEqual(countAnswers(content, given));
  }));

test("where only sums are kept the same is counted, and ticks are of all answers", () =>
  town(async (world) => {
    const { ctx, survey } = await answered(world, "counters");
    const counted = await countNow(ctx, survey, content, given.length);
    const apart = countAnswers(content, given);
    expect(counted.map(({ counts }) => counts)).toEqual(apart.map(({ counts }) => counts));
    expect(counted.find(({ question }) => question === "felder")?.base).toBe(4);
    expect(counted.find(({ question }) => question === "rang")?.base).toBe(2);
  }));

test("two questions are crossed, with those who left one out", () =>
  town(async (world) => {
    const { ctx, survey } = await answered(world, "anonymous");
    const counted = await countNow(ctx, survey, content, given.length);
    const [row, column] = ["lage", "note"].map((name) => counted.find(({ question }) => question === name));
    if (!row || !column) throw new Error("nothing counted");
    const { rows, columns, cells } = await crossNow(ctx, survey, content, [row, column]);
    expect([rows, columns]).toEqual([
      ["gut", "schlecht", ""],
      ["1", "2", "3", ""],
    ]);
    expect(cells).toEqual([
      [0, 0, 1, 1],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
  }));

test("the page says that it is for internal use, shows no free text, and is nobody else's", () =>
  town(async (world) => {
    const { survey } = await answered(world, "anonymous");
    const path = paths.counts(survey.id);
    const page = await (
      await world.request("GET", `${path}?zeile=lage&spalte=note`, { as: "coordinator" })
    ).text();
    for (const words of ["Nur intern", "Wie läuft – Nachwuchs", "Wie geht es? nach Note", "6–10", "21–50"])
      expect(page).toContain(words);
    expect(page).not.toContain("geheim");
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(404);
    expect((await world.request("GET", path, { as: "foreignCoordinator", town: "second" })).status).toBe(404);
    const same = await world.request("GET", `${path}?zeile=lage&spalte=lage`, { as: "coordinator" });
    expect(await same.text()).toContain("zwei verschiedene Fragen");
  }));

test("before anybody has answered nothing is counted, and where only sums are kept nothing is crossed", () =>
  town(async (world) => {
    const { survey } = await answered(world, "anonymous", []);
    const empty = await world.request("GET", paths.counts(survey.id), { as: "coordinator" });
    expect(await empty.text()).toContain("Noch nichts zu zählen");
    const sums = await answered(world, "counters");
    const page = await world.request("GET", paths.counts(sums.survey.id), { as: "coordinator" });
    expect(await page.text()).not.toContain("Zwei Fragen zusammen");
  }));
