import { expect, test } from "vitest";
import type { Questionnaire } from "./questionnaire.ts";
import { readQuestionnaireFile } from "./questionnaire-file.ts";
import { readSurveyJsFile } from "./questionnaire-surveyjs.ts";
import { writeSurveyJsFile } from "./questionnaire-surveyjs-writing.ts";
import { writeXlsform } from "./questionnaire-xlsform-writing.ts";

const both = (de: string) => ({ de, en: `${de} (en)` });
const isYes = {
  is: "compare",
  by: "=",
  left: { is: "answer", of: "sucht" },
  right: { is: "value", value: "ja" },
} as const;
const choices = [
  { value: "ja", label: both("Ja") },
  { value: "nein", label: both("Nein") },
];

/** What both formats have a word for. */
const common: Questionnaire = {
  title: { de: "Umfrage der Vereine" },
  languages: ["de", "en"],
  pages: [
    {
      name: "verein",
      title: both("Ihr Verein"),
      questions: [
        {
          kind: "single",
          name: "sucht",
          label: both("Suchen Sie Hilfe?"),
          hint: both("Auch später"),
          required: true,
          choices,
        },
        { kind: "single", name: "wo", label: both("Wo?"), choices, look: "menu", when: isYes },
        {
          kind: "multiple",
          name: "wobei",
          label: both("Wobei?"),
          choices,
          other: { de: "Sonstiges, und zwar", en: "Other, namely" },
          least: 1,
          most: 2,
        },
        {
          kind: "matrix",
          name: "lage",
          label: both("Wie steht es?"),
          required: true,
          choices,
          rows: [
            { name: "geld", label: both("Geld") },
            { name: "leute", label: both("Leute"), when: isYes },
          ],
        },
        { kind: "note", name: "dank", label: both("Danke, {sucht}!") },
      ],
    },
    {
      name: "zahlen",
      when: { is: "selected", list: { is: "answer", of: "wobei" }, value: { is: "value", value: "ja" } },
      questions: [
        { kind: "scale", name: "note", label: both("Note"), from: 1, to: 6 },
        { kind: "number", name: "alter", label: both("Alter"), least: 0, most: 300 },
        {
          kind: "text",
          name: "warum",
          label: both("Warum?"),
          long: true,
          when: {
            is: "compare",
            by: "=",
            left: { is: "answer", of: "lage", row: "geld" },
            right: { is: "value", value: "ja" },
          },
        },
        { kind: "date", name: "seit", label: both("Seit wann?") },
        { kind: "ranking", name: "folge", label: both("Was zuerst?"), choices, most: 1 },
        {
          kind: "calculation",
          name: "doppelt",
          label: { de: "doppelt" },
          value: {
            is: "arithmetic",
            by: "*",
            left: { is: "answer", of: "alter" },
            right: { is: "value", value: 2 },
          },
        },
      ],
    },
  ],
};

const taken = (read: ReturnType<typeof readSurveyJsFile>) => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
};

/** A calculation is placed behind what it asks for, wherever it stood. */
const sorted = ({ pages, ...rest }: Questionnaire) => ({
  ...rest,
  pages: pages.map((page) => ({
    ...page,
    questions: page.questions.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  })),
});

test("what SurveyJS has a word for comes back from it unchanged", () => {
  const { content, lost } = writeSurveyJsFile(common);
  const back = taken(readSurveyJsFile(content));
  expect([lost, back.lost]).toEqual([[], []]);
  expect(sorted(back.questionnaire)).toEqual(sorted(common));
});

test("what XLSForm has a word for comes back from it unchanged", async () => {
  const { content, lost } = await writeXlsform(common);
  const back = taken(readQuestionnaireFile(content));
  expect([lost, back.lost]).toEqual([[], []]);
  expect(sorted(back.questionnaire)).toEqual(sorted(common));
});

test("what neither has a word for is named", async () => {
  const only: Questionnaire = {
    title: { de: "Ort" },
    languages: ["de"],
    introduction: { de: "Guten Tag" },
    pages: [
      {
        name: "s",
        questions: [
          { kind: "municipality", name: "ort", label: { de: "Wo?" } },
          {
            kind: "single",
            name: "was",
            label: { de: "Was?" },
            choices: [{ value: "a b", label: { de: "A" }, when: isYes }],
          },
          { kind: "number", name: "weit", label: { de: "Wie weit?" }, unit: { de: "km" }, whole: true },
        ],
      },
    ],
  };
  const why = (lost: readonly { where: string; why: string }[]) =>
    lost.map((one) => `${one.where} ${one.why}`);
  expect(why((await writeXlsform(only)).lost)).toEqual([
    " setting",
    "ort asText",
    "was filter",
    "was renamed",
    "weit asText",
  ]);
  expect(why(writeSurveyJsFile(only).lost)).toEqual(["ort asText", "weit check", "weit asText"]);
});
