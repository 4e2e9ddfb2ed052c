import { expect, test } from "vitest";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { listTasks } from "#modules/desk/queries.ts";
import { addSurvey, changeSettings, openSurvey } from "#modules/surveys/commands.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";
import { town, type World } from "#test/world.ts";
import { watchSurveys } from "./commands.ts";
import { protectedGroups } from "./queries.ts";

const content: Questionnaire = {
  title: { de: "Vereine heute" },
  languages: ["de"],
  pages: [
    {
      name: "eins",
      questions: [
        {
          kind: "multiple",
          name: "felder",
          label: { de: "In welchen Feldern?" },
          choices: [
            { value: "sport", label: { de: "Sport" } },
            { value: "kultur", label: { de: "Kultur" } },
          ],
        },
      ],
    },
  ],
};

const day = 86_400_000;

const opened = async (world: World) => {
  const ctx = world.as("coordinator");
  const closesAt = new Date(+world.now + 10 * day);
  const id = await addSurvey(ctx, { title: "Vereine heute", closesAt, population: 40 }, { content });
  await changeSettings(ctx, id, { quotas: [{ question: "felder", value: "sport", wanted: 8 }] });
  await openSurvey(ctx, id, content);
  return { ctx, id };
};

const answerWith = async (
  world: World,
  id: Awaited<ReturnType<typeof opened>>["id"],
  felder: string[],
  n: number,
) => {
  const ctx = world.as("coordinator");
  const survey = await findSurvey(ctx, id);
  if (!survey) throw new Error("no survey");
  const rows = Array.from({ length: n }, () => ({ answers: { felder }, language: "de" }));
  await addResponses(ctx, survey, { version: 1, how: "paper", rows });
};

const tasksOf = async (world: World) =>
  (await listTasks(world.as("coordinator"), { view: "all" })).filter(({ kind }) => kind === "survey");

test("three days before the end the office hears of few answers and of wanted numbers, until there are enough", () =>
  town(async (world) => {
    const { id } = await opened(world);
    const soon = world.as("system", { now: new Date(+world.now + 8 * day) });
    await answerWith(world, id, ["kultur", "sport"], 6);
    await watchSurveys(world.as("system"));
    expect(await tasksOf(world)).toEqual([]);
    await watchSurveys(soon);
    expect(await tasksOf(world)).toMatchObject([
      {
        path: `/fragebogen/${id}/ruecklauf`,
        detail: expect.stringMatching(/^Bisher 6 Antworten, 15\s% von 40;/u),
      },
    ]);
    await answerWith(world, id, ["kultur"], 10);
    await watchSurveys(soon);
    expect((await tasksOf(world))[0]?.detail).toContain("Zahl ist nicht erreicht");
    await answerWith(world, id, ["sport"], 2);
    await watchSurveys(soon);
    expect(await tasksOf(world)).toEqual([]);
  }));

test("the page counts by way, day and wanted number, and only for those who ask", () =>
  town(async (world) => {
    const { id } = await opened(world);
    await answerWith(world, id, ["sport"], 3);
    const path = `/fragebogen/${id}/ruecklauf`;
    const page = await (await world.request("GET", path, { as: "coordinator" })).text();
    for (const words of ["Auf Papier", "In welchen Feldern?: Sport", "Nicht repräsentativ", "von 40"])
      expect(page).toContain(words);
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(404);
    expect((await world.request("GET", path, { as: "foreignCoordinator", town: "second" })).status).toBe(404);
  }));

test("a small group hides what it answered, and another with it, so that it cannot be counted back", () => {
  const group = (code: string, invited: number) => ({ kind: "sector" as const, code, invited, answered: 1 });
  const hidden = (...sizes: number[]) =>
    protectedGroups(
      sizes.map((size, index) => group(String(index), size)),
      5,
    ).map(({ answered }) => answered === undefined);
  expect(hidden(20, 10, 9)).toEqual([false, false, false]);
  expect(hidden(20, 10, 2)).toEqual([false, true, true]);
  expect(hidden(20, 3, 2)).toEqual([false, true, true]);
  expect(hidden(20, 2, 2)).toEqual([true, true, true]);
});
