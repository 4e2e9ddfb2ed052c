import json5 from "json5";
import * as z from "zod";
import type { Page, Question } from "./questionnaire.ts";
import { Questionnaire } from "./questionnaire.ts";
import { allOf, type Conversion, identifierOf, nameGiver, unfit } from "./questionnaire-conversion.ts";
import { type Desk, deskFor, type Element, listIn, textIn, truth } from "./questionnaire-surveyjs-parts.ts";
import { questionsFrom } from "./questionnaire-surveyjs-question.ts";

const largest = 2_000_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return json5.parse(text);
  }
};

const Survey = z.record(z.string(), z.unknown());

/** The languages that the texts of a survey are written in, its own first. */
const languagesIn = (survey: unknown, own: string): readonly string[] => {
  const found = new Set<string>([own]);
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > 30) return;
    const entries = Object.entries(value);
    const isWords =
      entries.length > 0 &&
      entries.every(([key, text]) => typeof text === "string" && /^(default|[a-z]{2,3}(-\w+)?)$/iu.test(key));
    if (isWords) for (const [key] of entries) if (key !== "default") found.add(key.toLowerCase());
    for (const [, inner] of entries) walk(inner, depth + 1);
  };
  walk(survey, 0);
  return [...found].filter((language) => language.length <= 20).slice(0, 20);
};

const isPanel = (element: Element): boolean => element["type"] === "panel" || element["type"] === "flowpanel";

const questionsUnder = (
  element: Element,
  desk: Desk,
  outer: Question["name"] | undefined,
  conditions: readonly ReturnType<Desk["condition"]>[],
): Question[] => {
  const inner = listIn(element, "elements", "questions", "templateElements");
  return inner.flatMap((child) => {
    if (!isPanel(child)) return questionsFrom(child, desk, conditions);
    const own = desk.condition(child, "visibleIf", textIn(child, "name") || outer || "");
    const title = desk.words(child["title"]);
    const note: Question[] = title
      ? [
          {
            kind: "note",
            name: desk.give(textIn(child, "name") || "panel"),
            label: title,
            when: allOf(...conditions, own),
          },
        ]
      : [];
    return [...note, ...questionsUnder(child, desk, outer, [...conditions, own])];
  });
};

const pageFrom = (element: Element, index: number, desk: Desk, name: (wanted: string) => string): Page => {
  const called = textIn(element, "name") || `seite${index + 1}`;
  const when = truth(element["visible"]) === false ? undefined : desk.condition(element, "visibleIf", called);
  return {
    name: name(identifierOf(called)),
    title: desk.words(element["title"]),
    text: desk.words(element["description"]),
    when,
    questions: questionsUnder(element, desk, undefined, []),
  };
};

/** A SurveyJS survey, as JSON or as JavaScript writes it, as one of our questionnaires. */
export const readSurveyJsFile = (text: string): Conversion => {
  if (text.length > largest) return unfit("tooLarge");
  let content: unknown;
  try {
    content = parsed(text);
  } catch {
    return unfit("unreadable", { what: "JSON" });
  }
  const read = Survey.safeParse(content);
  if (!read.success) return unfit("shape", { what: "SurveyJS" });
  const survey: Element = read.data;
  const languages = languagesIn(survey, (textIn(survey, "locale") || "de").toLowerCase());
  const desk = deskFor(survey, languages);
  const loose = listIn(survey, "elements", "questions");
  const pages = [...listIn(survey, "pages"), ...(loose.length > 0 ? [{ elements: loose }] : [])];
  const giveName = nameGiver();
  const drawn = pages
    .map((page, index) => pageFrom(page, index, desk, giveName))
    .filter(({ questions }) => questions.length > 0);
  if (drawn.length === 0) return unfit("empty");
  const result = Questionnaire.safeParse(
    desk.settled({
      title: desk.words(survey["title"]) ?? { [languages[0] ?? "de"]: "SurveyJS" },
      languages: [...languages],
      introduction: desk.words(survey["description"]),
      thanks: desk.words(survey["completedHtml"]),
      pages: drawn,
    }),
  );
  if (result.success) return { ok: true, questionnaire: result.data, lost: desk.lost, names: desk.names() };
  const [issue] = result.error.issues;
  return unfit("shape", { where: issue?.path.join(".") ?? "", what: issue?.message ?? "" });
};
