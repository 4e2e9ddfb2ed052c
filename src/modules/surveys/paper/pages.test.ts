import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { typeset } from "#core/typeset.ts";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { town, type World } from "#test/world.ts";
import { paperOf, sheetOf } from "./queries.ts";

const is = (of: string, value: string) =>
  ({ is: "compare", by: "=", left: { is: "answer", of }, right: { is: "value", value } }) as const;
const yesNo = [
  { value: "ja", label: { de: "Ja", en: "Yes" } },
  { value: "nein", label: { de: "Nein", en: "No" } },
];

const content: Questionnaire = {
  title: { de: "Wie geht es unseren Vereinen?", en: "How are our clubs doing?" },
  languages: ["de", "en"],
  introduction: { de: "Wir fragen **einmal im Jahr**. Danke!", en: "We ask once a year." },
  pages: [
    {
      name: "eins",
      title: { de: "Ihr Verein", en: "Your club" },
      questions: [
        {
          kind: "single",
          name: "nachwuchs",
          label: { de: "Finden Sie Nachwuchs?" },
          choices: yesNo,
          required: true,
        },
        {
          kind: "text",
          name: "warum",
          label: { de: "Woran liegt es?" },
          long: true,
          when: is("nachwuchs", "nein"),
        },
        {
          kind: "multiple",
          name: "felder",
          label: { de: "In welchen Feldern?" },
          choices: ["Sport", "Kultur", "Soziales", "Umwelt", "Bildung", "Heimat", "Feuerwehr", "Kirche"].map(
            (label, n) => ({ value: `f${n}`, label: { de: label } }),
          ),
          other: { de: "Sonstiges, und zwar" },
          most: 3,
        },
        {
          kind: "scale",
          name: "lage",
          label: { de: "Wie ist die Lage?" },
          from: 1,
          to: 5,
          low: { de: "schlecht" },
          high: { de: "gut" },
        },
        { kind: "calculation", name: "rechnung", label: { de: "" }, value: { is: "value", value: 1 } },
      ],
    },
    {
      name: "zwei",
      questions: [
        { kind: "note", name: "hinweis", label: { de: "Nun zu den anderen Vereinen." } },
        {
          kind: "matrix",
          name: "mit",
          label: { de: "Sie schrieben „{warum}“. Wie oft arbeiten Sie zusammen?" },
          rows: [
            { name: "a", label: { de: "mit Schulen" } },
            { name: "b", label: { de: "mit Betrieben" } },
          ],
          choices: ["nie", "selten", "oft", "immer"].map((label) => ({ value: label, label: { de: label } })),
        },
        { kind: "ranking", name: "rang", label: { de: "Was hilft am meisten?" }, most: 2, choices: yesNo },
        {
          kind: "number",
          name: "zahl",
          label: { de: "Wie viele Mitglieder?" },
          whole: true,
          unit: { de: "Personen" },
        },
        { kind: "date", name: "tag", label: { de: "Seit wann gibt es Sie?" } },
        { kind: "municipality", name: "ort", label: { de: "Wo sind Sie zu Hause?" } },
        { kind: "organization", name: "mitwem", label: { de: "Mit wem?" }, several: true },
      ],
    },
  ],
};

const asked = async (world: World, { draft = false, questions = content } = {}) => {
  const ctx = world.as("coordinator");
  const id = await addSurvey(ctx, { title: "Vereine" }, { organizationId: world.club, content: questions });
  if (!draft) await openSurvey(ctx, id, questions);
  const survey = await findSurvey(ctx, id);
  if (!survey) throw new Error("no survey");
  return { ctx, survey, path: paths.paper(survey.slug) };
};

test("everybody can print a survey that runs, as tagged paper with title and language", () =>
  town(async (world) => {
    const { path } = await asked(world);
    const answer = await world.request("GET", path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    const bytes = Buffer.from(await answer.arrayBuffer());
    const pdf = bytes.toString("latin1");
    expect(pdf.startsWith("%PDF-1.")).toBe(true);
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toContain("/Lang (de)");
    expect(pdf).toMatch(/pdfuaid:part>1/u);
    const again = Buffer.from(await (await world.request("GET", path)).arrayBuffer());
    expect(again.equals(bytes)).toBe(true);
    const english = Buffer.from(await (await world.request("GET", `${path}?sprache=en`)).arrayBuffer());
    expect(english.toString("latin1")).toContain("/Lang (en)");
    if (process.env["SHOW_PAPER"]) writeFileSync(process.env["SHOW_PAPER"], bytes);
  }));

test("a draft is printed only by those who write it, and no other town has the sheet", () =>
  town(async (world) => {
    const { path } = await asked(world, { draft: true });
    expect((await world.request("GET", path)).status).toBe(404);
    expect((await world.request("GET", path, { as: "volunteer" })).status).toBe(404);
    expect((await world.request("GET", path, { as: "coordinator", town: "second" })).status).toBe(404);
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(200);
  }));

test("the sheet has the numbers of the editor, says its conditions in words, and where one goes on", () =>
  town(async (world) => {
    const { ctx, survey } = await asked(world);
    const sheet = sheetOf(ctx, survey, content, { language: "de", address: "https://x.example/u" });
    const questions = sheet.items.flatMap((item) => (item.is === "question" ? [item] : []));
    expect(questions.map(({ n }) => n)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(questions[1]?.when).toBe("Nur wenn Frage 1 = „Nein“.");
    const [first] = questions;
    if (first?.field.is !== "ticks") throw new Error("no boxes");
    expect(first.field.options.map(({ after }) => after)).toEqual(["weiter mit Frage 3", ""]);
    expect(questions[4]?.label).toContain("(Ihre Antwort auf Frage 2)");
    expect(JSON.stringify(sheet)).not.toContain("rechnung");
    expect(sheet.items.filter(({ is }) => is === "part")).toHaveLength(2);
  }));

test("what somebody writes into a question is never read as a command of the typesetter", () =>
  town(async (world) => {
    const wicked = '#read("/etc/passwd") ] $x$ @y \\ 日本 🎉';
    const { ctx, survey } = await asked(world);
    const questions: Questionnaire = {
      title: { de: wicked },
      languages: ["de"],
      introduction: { de: wicked },
      pages: [
        { name: "p", questions: [{ kind: "text", name: "q", label: { de: wicked }, hint: { de: wicked } }] },
      ],
    };
    const { paper } = paperOf(sheetOf(ctx, survey, questions, { language: "de", address: wicked }));
    const pdf = Buffer.from(await typeset(paper)).toString("latin1");
    expect(pdf).toContain("/StructTreeRoot");
  }));

test("a questionnaire too long for paper is refused in words", () =>
  town(async (world) => {
    const pages = [0, 1].map((page) => ({
      name: `p${page}`,
      questions: Array.from({ length: 151 }, (_, n) => ({
        kind: "text" as const,
        name: `q${page}_${n}`,
        label: { de: "Was?" },
      })),
    }));
    const { path } = await asked(world, { questions: { title: { de: "Lang" }, languages: ["de"], pages } });
    const answer = await world.request("GET", path);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("höchstens 300 Fragen");
  }));
