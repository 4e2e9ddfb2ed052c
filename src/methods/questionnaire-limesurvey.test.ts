import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { type Answers, questionsOf } from "./questionnaire.ts";
import type { Conversion } from "./questionnaire-conversion.ts";
import { readQuestionnaireFile } from "./questionnaire-file.ts";
import { stateOf } from "./questionnaire-state.ts";

const taken = (conversion: Conversion): Extract<Conversion, { ok: true }> => {
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.problems));
  return conversion;
};

type Row = Readonly<Record<string, string | number>>;
const section = (name: string, rows: readonly Row[]): string => {
  const cells = (row: Row): string =>
    Object.entries(row)
      .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
      .join("");
  return `<${name}><rows>${rows.map((row) => `<row>${cells(row)}</row>`).join("\n ")}</rows></${name}>`;
};
const file = (sections: Readonly<Record<string, readonly Row[]>>): string =>
  `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>177</DBVersion>${Object.entries(
    sections,
  )
    .map(([name, rows]) => section(name, rows))
    .join("")}</document>`;

const question = (qid: number, type: string, title: string, words: string, more: Row = {}): Row => ({
  qid,
  parent_qid: 0,
  sid: 7,
  gid: 3,
  type,
  title,
  question: words,
  language: "de",
  question_order: qid,
  mandatory: "N",
  relevance: 1,
  scale_id: 0,
  ...more,
});

/** As the program wrote until 2018: the texts stand beside the questions, once for each language. */
const older = file({
  surveys: [{ sid: 7, language: "de", additional_languages: "en" }],
  surveys_languagesettings: [
    {
      surveyls_language: "de",
      surveyls_title: "Vereine &amp; Feste",
      surveyls_welcometext: "<p>Willkommen!</p>",
    },
  ],
  groups: [
    { gid: 3, group_name: "Ihr Verein", group_order: 1, language: "de", grelevance: 1 },
    { gid: 3, group_name: "Your club", group_order: 1, language: "en", grelevance: 1 },
  ],
  questions: [
    question(1, "M", "felder", "Worin?", { other: "Y", mandatory: "Y" }),
    question(1, "M", "felder", "In what?", { other: "Y", mandatory: "Y", language: "en" }),
    question(2, "F", "zufrieden", "Wie zufrieden?", {
      relevance: 'felder_a.NAOK == "Y" and !is_empty(felder_other.NAOK)',
    }),
    question(3, "T", "warum", "Warum ({felder.shown})?", { relevance: "zufrieden_r1.NAOK >= 2" }),
    question(4, "K", "zahlen", "Wie viele?"),
    question(5, "*", "summe", "{zahlen_x.NAOK + zahlen_y.NAOK}"),
    question(6, "X", "dank", "Zusammen {summe}", { relevance: "summe > 10 && 7X3X1b == 'Y'" }),
    question(7, "|", "datei", "Datei"),
    question(8, "O", "ja", "Wirklich?"),
  ],
  subquestions: [
    question(11, "T", "a", "Sport", { parent_qid: 1 }),
    question(12, "T", "b", "Kultur", { parent_qid: 1 }),
    question(13, "T", "r1", "Raum", { parent_qid: 2 }),
    question(14, "T", "x", "Frauen", { parent_qid: 4 }),
    question(15, "T", "y", "Männer", { parent_qid: 4 }),
  ],
  answers: [
    { qid: 2, code: "1", answer: "wenig", sortorder: 1, language: "de", scale_id: 0 },
    { qid: 2, code: "2", answer: "sehr", sortorder: 2, language: "de", scale_id: 0 },
    { qid: 8, code: "j", answer: "Ja", sortorder: 1, language: "de", scale_id: 0 },
  ],
  question_attributes: [
    { qid: 1, attribute: "max_answers", value: "2" },
    { qid: 2, attribute: "array_filter", value: "felder" },
  ],
});

test("a survey of the older generation keeps its kinds, its languages and its conditions", () => {
  const { questionnaire, lost, names } = taken(readQuestionnaireFile(strToU8(older)));
  expect(questionnaire).toMatchObject({
    title: { de: "Vereine & Feste" },
    introduction: { de: "Willkommen!" },
    languages: ["de", "en"],
  });
  expect(questionnaire.pages[0]?.title).toEqual({ de: "Ihr Verein", en: "Your club" });
  expect(questionsOf(questionnaire).map(({ question: { name, kind } }) => [name, kind])).toEqual([
    ["felder", "multiple"],
    ["zufrieden", "matrix"],
    ["warum", "text"],
    ["zahlen_x", "number"],
    ["zahlen_y", "number"],
    ["summe", "calculation"],
    ["dank", "note"],
    ["ja", "single"],
    ["ja_comment", "text"],
  ]);
  expect(names).toMatchObject({ felder_a: "felder.a", zufrieden_r1: "zufrieden.r1", zahlen_x: "zahlen_x" });
  expect(lost.map(({ where, why }) => [where, why])).toEqual([
    ["zufrieden", "filter"],
    ["datei", "kind"],
  ]);
  const shown = (answers: Answers) => [...stateOf(questionnaire, answers, "2026-11-24").visible];
  const all = shown({
    felder: ["a", "b", "other"],
    felder_other: "Tanz",
    zufrieden: { r1: "2" },
    zahlen_x: 5,
    zahlen_y: 6,
  });
  expect(all).toEqual(["felder", "zufrieden", "warum", "zahlen_x", "zahlen_y", "dank", "ja", "ja_comment"]);
  expect(shown({ felder: ["a"], zahlen_x: 20 })).toEqual([
    "felder",
    "zahlen_x",
    "zahlen_y",
    "ja",
    "ja_comment",
  ]);
});

test("an archive is opened for its survey, and what hurts is refused", () => {
  expect(
    taken(readQuestionnaireFile(zipSync({ "survey_7.lss": strToU8(older) }))).questionnaire.pages,
  ).toHaveLength(1);
  const why = (text: string) => readQuestionnaireFile(strToU8(text));
  expect(why('<!DOCTYPE d [<!ENTITY a "a">]><document/>')).toMatchObject({
    problems: [{ why: "declaration" }],
  });
  expect(why("<html><body>no</body></html>")).toMatchObject({ problems: [{ why: "kindOfFile" }] });
  expect(why(file({ surveys: [{ sid: 1 }] }))).toMatchObject({ problems: [{ why: "empty" }] });
});

const folder = resolve("../shared/data/surveys/limesurvey");
test.skipIf(!existsSync(folder))(
  "the published survey opens its questions by the ticks that open them there",
  () => {
    for (const name of ["colors.lss", "colors.lsa"]) {
      const { questionnaire } = taken(readQuestionnaireFile(readFileSync(join(folder, name))));
      const shown = (ticks: string[]) => [...stateOf(questionnaire, { Q00: ticks }, "2026-11-24").visible];
      expect(shown(["SQ009", "SQ011"])).toContain("G01Q02");
      expect(shown(["SQ009", "SQ011"])).not.toContain("G01Q03");
      expect(shown(["SQ001", "SQ002"])).toContain("G01Q03");
    }
  },
);
