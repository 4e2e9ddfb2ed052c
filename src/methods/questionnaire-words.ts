import { isEmpty, type Value } from "./expression-value.ts";
import {
  type Answers,
  otherOf,
  type Question,
  type Questionnaire,
  questionsOf,
  wordsIn,
} from "./questionnaire.ts";

/** How values are written that are no words of the questionnaire: names of places and organizations, numbers, days. */
export type Writing = {
  readonly language: string;
  readonly named?: ReadonlyMap<string, string> | undefined;
};

const choiceWords = (
  question: Question,
  value: string,
  answers: Answers,
  first: string,
  { language, named }: Writing,
): string => {
  if (value === "other") return String(answers[otherOf(question)] ?? "");
  if ("choices" in question) {
    const choice = question.choices.find((one) => one.value === value);
    if (choice) return wordsIn(choice.label, language, first);
  }
  return (
    named?.get(value) ?? (question.kind === "organization" || question.kind === "municipality" ? "" : value)
  );
};

const dayIn = (language: string, day: string): string =>
  new Intl.DateTimeFormat(language.slice(0, 2), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** An answer as one reads it: the words of the choices, numbers and days in the language of the reader. */
export const answerInWords = (
  question: Question,
  value: Value,
  answers: Answers,
  first: string,
  writing: Writing,
): string => {
  if (value === undefined || isEmpty(value)) return "";
  if (Array.isArray(value)) {
    const words = value.map((one) => choiceWords(question, one, answers, first, writing)).filter(Boolean);
    return words.join(", ");
  }
  if (typeof value === "number")
    return value.toLocaleString(writing.language.slice(0, 2), { maximumFractionDigits: 2 });
  if (typeof value === "string") {
    if (question.kind === "date" && /^\d{4}-\d\d-\d\d$/u.test(value)) return dayIn(writing.language, value);
    return choiceWords(question, value, answers, first, writing);
  }
  return typeof value === "object" ? Object.values(value).join(", ") : String(value);
};

/** Words of a questionnaire with "{name}" replaced by what was answered there; by "…" where nothing was. */
export const pipe = (
  words: string,
  answers: Answers,
  questionnaire: Questionnaire,
  writing: Writing,
): string => {
  if (!words.includes("{")) return words;
  const questions = new Map(questionsOf(questionnaire).map(({ question }) => [question.name, question]));
  const first = questionnaire.languages[0] ?? "de";
  return words.replace(/\{([A-Za-z_][A-Za-z0-9_.-]*)\}/gu, (whole, name: string) => {
    const question = questions.get(name);
    if (!question) return whole;
    return answerInWords(question, answers[name], answers, first, writing) || "…";
  });
};
