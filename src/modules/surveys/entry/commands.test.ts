import { expect, test } from "vitest";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { countResponses } from "#modules/surveys/responses/queries.ts";
import { town, type World } from "#test/world.ts";
import { addBatch, closeBatch, saveSheet, setTotals } from "./commands.ts";

const content: Questionnaire = {
  title: { de: "Papier" },
  languages: ["de"],
  pages: [
    {
      name: "s1",
      questions: [
        {
          kind: "single",
          name: "mood",
          label: { de: "Wie geht es?" },
          required: true,
          choices: ["gut", "schlecht"].map((value) => ({ value, label: { de: value } })),
        },
      ],
    },
  ],
};

const pile = async (world: World, options: { sheets: number; typedTwice: boolean }) => {
  const office = world.as("coordinator");
  const survey = await addSurvey(office, { title: "Papier" }, { content });
  expect(await addBatch(office, survey, { label: "", ...options })).toEqual({ ok: false, because: "draft" });
  await openSurvey(office, survey, content);
  const batch = await addBatch(office, survey, { label: "Rathaus", ...options });
  if (!batch.ok) throw new Error(batch.because);
  const row = await findSurvey(office, survey);
  if (!row) throw new Error("no survey");
  return { office, survey, id: batch.value, row };
};

test("a pile becomes answers once, and nothing leads back to its sheets", () =>
  town(async (world) => {
    const { office, survey, id, row } = await pile(world, { sheets: 2, typedTwice: false });
    await setTotals(office, survey, id, {
      sheets: 2,
      totals: [{ question: "mood", value: "gut", count: 2 }],
    });
    await saveSheet(office, survey, id, { sheet: 1, pass: 1, answers: { mood: "gut" } });
    const ends = { how: "paper", confirmed: false } as const;
    expect(await closeBatch(office, survey, id, ends)).toEqual({ ok: false, because: "missing" });
    // Left out on paper though it is required: kept as it is.
    await saveSheet(office, survey, id, { sheet: 2, pass: 1, answers: {} });
    expect(await closeBatch(office, survey, id, ends)).toEqual({ ok: false, because: "totals" });
    expect(await closeBatch(office, survey, id, { ...ends, confirmed: true })).toEqual({
      ok: true,
      value: 2,
    });
    expect(await closeBatch(office, survey, id, { ...ends, confirmed: true })).toEqual({
      ok: false,
      because: "closed",
    });
    expect(await saveSheet(office, survey, id, { sheet: 1, pass: 1, answers: {} })).toEqual({
      ok: false,
      because: "closed",
    });
    expect(await countResponses(office, row)).toMatchObject({ all: 2, paper: 2 });
    expect((await world.sql("select count(*)::int as n from paper_entries")).rows).toEqual([{ n: 0 }]);
  }));

test("typed twice, differences have to be mended before the pile is closed", () =>
  town(async (world) => {
    const { office, survey, id } = await pile(world, { sheets: 1, typedTwice: true });
    await saveSheet(office, survey, id, { sheet: 1, pass: 1, answers: { mood: "gut" } });
    await saveSheet(office, survey, id, { sheet: 1, pass: 2, answers: { mood: "schlecht" } });
    const ends = { how: "phone", confirmed: false } as const;
    expect(await closeBatch(office, survey, id, ends)).toEqual({ ok: false, because: "different" });
    const page = await world.request("GET", `/fragebogen/${survey}/papier/${id}`, { as: "coordinator" });
    expect(await page.text()).toContain("Wie geht es?");
    await saveSheet(office, survey, id, { sheet: 1, pass: 2, answers: { mood: "gut" } });
    expect(await closeBatch(office, survey, id, ends)).toEqual({ ok: true, value: 1 });
  }));

test("a sheet is typed on a page with its number, and only by those who ask", () =>
  town(async (world) => {
    const { office, survey, id } = await pile(world, { sheets: 1, typedTwice: false });
    const address = `/fragebogen/${survey}/papier/${id}/1`;
    expect(await (await world.request("GET", address, { as: "coordinator" })).text()).toContain(
      "1. Wie geht es?",
    );
    const kept = await world.request("POST", address, { as: "coordinator", form: { "a.mood": "gut" } });
    expect(kept.headers.get("location")).toBe(`/fragebogen/${survey}/papier/${id}`);
    for (const who of ["volunteer", "representative"] as const)
      expect((await world.request("GET", address, { as: who })).status).toBe(404);
    expect(await saveSheet(office, survey, id, { sheet: 9, pass: 1, answers: {} })).toEqual({
      ok: false,
      because: "sheet",
    });
  }));
