import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { type Answers, questionsOf } from "./questionnaire.ts";
import type { Conversion } from "./questionnaire-conversion.ts";
import { stateOf } from "./questionnaire-state.ts";
import { readSurveyJsFile } from "./questionnaire-surveyjs.ts";

const taken = (conversion: Conversion): Extract<Conversion, { ok: true }> => {
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.problems));
  return conversion;
};

const club = `{
  // As people write it by hand.
  title: { default: "Ihr Verein", en: "Your club" },
  locale: "de",
  elements: [
    { type: "radiogroup", name: "seeks help?", title: "Suchen Sie Hilfe?", isRequired: true, choices: ["yes|Ja", "no|Nein"] },
    { type: "panel", name: "more", title: "Genauer", visibleIf: "{seeks help?} = 'yes'", elements: [
      { type: "checkbox", name: "fields", title: "Wobei, nach {seeks help?}?", choices: [{ value: "board", text: { default: "Vorstand", en: "Board" } }, "kitchen"],
        hasOther: true, hasNone: true, noneText: "Nirgends", validators: [{ type: "answercount", maxCount: 2 }] },
      { type: "rating", name: "urgency", rateMin: 1, rateMax: 7 },
      { type: "signaturepad", name: "signature" },
    ] },
    { type: "expression", name: "twice", expression: "{urgency} * 2" },
    { type: "comment", name: "why", visibleIf: "{twice} > 8 and {fields} contains 'board'", defaultValue: "weil" },
    { type: "text", name: "lost", visibleIf: "{nowhere} = 1" },
  ],
  triggers: [{ type: "complete", expression: "{urgency} = 1" }],
}`;

test("a form written by hand keeps its questions, and says what it loses", () => {
  const { questionnaire, lost, names } = taken(readSurveyJsFile(club));
  expect(questionnaire.languages).toEqual(["de", "en"]);
  expect(questionsOf(questionnaire).map(({ question }) => [question.name, question.kind])).toEqual([
    ["seeks_help", "single"],
    ["more", "note"],
    ["fields", "multiple"],
    ["urgency", "scale"],
    ["twice", "calculation"],
    ["why", "text"],
    ["lost", "text"],
  ]);
  expect(names).toMatchObject({ "seeks help?": "seeks_help", "fields-Comment": "fields_other" });
  expect(lost.map(({ where, why }) => [where, why])).toEqual([
    ["", "trigger"],
    ["signature", "kind"],
    ["why", "preset"],
    ["lost", "missing"],
  ]);
  const fields = questionsOf(questionnaire)[2]?.question;
  expect(fields).toMatchObject({ label: { de: "Wobei, nach {seeks_help}?" }, most: 2 });
  const shown = (answers: Answers) => [...stateOf(questionnaire, answers, "2026-11-24").visible];
  expect(shown({ seeks_help: "no" })).toEqual(["seeks_help", "lost"]);
  expect(shown({ seeks_help: "yes", urgency: 5, fields: ["board"] })).toContain("why");
  expect(shown({ seeks_help: "yes", urgency: 4, fields: ["board"] })).not.toContain("why");
});

test.each([
  ["{", "unreadable"],
  ["[1, 2]", "shape"],
  ["{}", "empty"],
  ['{ "elements": [{ "type": "paneldynamic", "name": "p" }] }', "empty"],
])("%s is refused as %s", (text, why) => {
  expect(readSurveyJsFile(text)).toMatchObject({ ok: false, problems: [{ why }] });
});

const folder = resolve("../shared/data/surveys/surveyjs");
type Case = { file: string; answers: Record<string, unknown>; visible: string[]; errors: { q: string }[] };

/** Answers as SurveyJS keeps them, put where they lie with us. */
const ours = (answers: Record<string, unknown>, names: Readonly<Record<string, string>>): Answers => {
  const found: Record<string, unknown> = {};
  const put = (path: string, value: unknown): void => {
    const name = names[path];
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) put(`${path}.${key}`, inner);
      return;
    }
    const [of = "", row] = (name ?? path).split(".");
    if (row === undefined) found[of] = value;
    else found[of] = { ...(found[of] as object), [row]: String(value) };
  };
  for (const [name, value] of Object.entries(answers)) put(name, value);
  return found as Answers;
};

test.skipIf(!existsSync(folder))("the published cases of survey-core are answered alike", () => {
  const { cases }: { cases: Case[] } = JSON.parse(readFileSync(join(folder, "oracle.json"), "utf8"));
  const there = cases.filter(({ file }) => existsSync(join(folder, file)));
  expect(there.length).toBeGreaterThan(5);
  for (const { file, answers, visible, errors } of there) {
    const { questionnaire, names } = taken(readSurveyJsFile(readFileSync(join(folder, file), "utf8")));
    const back = new Map(Object.entries(names).map(([theirs, own]) => [own, theirs.split(".")[0] ?? ""]));
    const state = stateOf(questionnaire, ours(answers, names), "2026-11-24");
    expect(new Set([...state.visible].map((name) => back.get(name))), file).toEqual(new Set(visible));
    const found = state.problems.map(({ question }) => back.get(question));
    expect(new Set(found), file).toEqual(new Set(errors.map(({ q }) => q)));
  }
});
