import { expect, test } from "vitest";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { readQuestionnaireFile } from "#methods/questionnaire-file.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";
import type { Privacy } from "#modules/surveys/vocabulary.ts";
import { town, type World } from "#test/world.ts";
import { filesOf } from "./queries.ts";

const content: Questionnaire = {
  title: { de: "Vereine" },
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

const answered = async (world: World, privacy: Privacy) => {
  const ctx = world.as("coordinator");
  const id = await addSurvey(ctx, { title: "Vereine", privacy }, { organizationId: world.club, content });
  await openSurvey(ctx, id, content);
  const survey = await findSurvey(ctx, id);
  if (!survey) throw new Error("no survey");
  const rows = [["sport"], ["sport", "kultur"]].map((felder) => ({ answers: { felder }, language: "de" }));
  await addResponses(ctx, survey, { version: 1, how: "paper", rows });
  return { survey, path: `/fragebogen/${id}/ausgabe` };
};

test("every file can be fetched, and the questions can be taken over again", () =>
  town(async (world) => {
    const { survey, path } = await answered(world, "anonymous");
    const page = await world.request("GET", path, { as: "representative" });
    expect(page.status).toBe(200);
    const html = await page.text();
    for (const file of filesOf(survey)) {
      expect(html).toContain(`${path}/${file}`);
      const reply = await world.request("GET", `${path}/${file}`, { as: "representative" });
      expect(reply.status, file).toBe(200);
      expect(reply.headers.get("content-disposition")).toBe(`attachment; filename="${survey.slug}-${file}"`);
      expect((await reply.arrayBuffer()).byteLength, file).toBeGreaterThan(50);
    }
    const form = await world.request("GET", `${path}/xlsform.xlsx`, { as: "coordinator" });
    const back = readQuestionnaireFile(new Uint8Array(await form.arrayBuffer()));
    expect(back).toMatchObject({ ok: true, questionnaire: { pages: content.pages }, lost: [] });
    const table = await (await world.request("GET", `${path}/antworten.csv`, { as: "coordinator" })).text();
    const [head, ...lines] = table.trim().split("\r\n");
    expect(head).toBe("_fassung,_weg,felder_sport,felder_kultur");
    expect(lines.toSorted()).toEqual(["1,Auf Papier,1,0", "1,Auf Papier,1,1"]);
  }));

test("a survey that keeps sums hands out sums and nothing else", () =>
  town(async (world) => {
    const { path } = await answered(world, "counters");
    const sums = await world.request("GET", `${path}/summen.csv`, { as: "coordinator" });
    expect(await sums.text()).toContain("felder;sport;2\r\nfelder;kultur;1");
    expect((await world.request("GET", `${path}/antworten.csv`, { as: "coordinator" })).status).toBe(404);
    expect(await (await world.request("GET", path, { as: "coordinator" })).text()).toContain("nur Summen");
  }));

test("others find no file", () =>
  town(async (world) => {
    const { path } = await answered(world, "anonymous");
    for (const as of ["volunteer", "otherRepresentative"] as const)
      for (const file of ["", "/antworten.csv", "/xlsform.xlsx"])
        expect((await world.request("GET", path + file, { as })).status).toBe(404);
  }));
