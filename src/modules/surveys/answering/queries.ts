import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Device } from "#core/device-cookie.ts";
import type { Filled } from "#core/input.ts";
import {
  type Answers,
  otherOf,
  type Question,
  type Questionnaire,
  questionsOf,
  wordsIn,
} from "#methods/questionnaire.ts";
import { type Directory, fieldOf, fieldsOf } from "#methods/questionnaire-form.ts";
import type { Problem } from "#methods/questionnaire-problems.ts";
import { type State, stateOf } from "#methods/questionnaire-state.ts";
import { paths } from "#modules/surveys/paths.ts";
import { say } from "./messages.ts";

/** What this device carries while somebody answers: their code, for the addresses of the one survey. */
export const deviceFor = (slug: string): Device => ({ name: "antwort", path: paths.answer(slug), days: 60 });

/** That an answer was sent from this device; not which, and by nobody's name. */
export const doneOn = (slug: string): Device => ({
  name: "beantwortet",
  path: paths.answer(slug),
  days: 365,
});

/** The language to answer in: the chosen one, else that of the page, else the first of the questionnaire. */
export const languageOf = (ctx: Context, { languages }: Questionnaire, chosen?: string): string =>
  [chosen, ctx.language].find((language) => language !== undefined && languages.includes(language)) ??
  languages[0] ??
  "de";

/** A questionnaire as it stands today with these answers. */
export const standing = (ctx: Context, questionnaire: Questionnaire, answers: Answers): State =>
  stateOf(questionnaire, answers, isoDay(ctx.now));

const fieldAt = ({ question, row, kind }: Problem): string => {
  if (kind === "other") return fieldOf(otherOf({ name: question }));
  return row === undefined ? fieldOf(question) : fieldOf(question, row);
};

/** What is wrong, in the words of whoever asks or else in ours. */
export const sentenceFor = (
  ctx: Context,
  { kind, bound, text }: Problem,
  language: string,
  questionnaire: Questionnaire,
): string => {
  const own = wordsIn(text, language, questionnaire.languages[0] ?? "de");
  if (own) return own;
  const words = say(ctx);
  const limit =
    kind === "earliest" || kind === "latest" ? dayWithYear(ctx, String(bound)) : String(bound ?? "");
  return words(`wrong_${kind}`, { bound: limit });
};

/** These answers as a form, each problem beside its field. */
export const formOf = (
  ctx: Context,
  {
    questions,
    answers,
    problems,
    language,
    questionnaire,
    directory,
  }: {
    readonly questions: readonly Question[];
    readonly answers: Answers;
    readonly problems: readonly Problem[];
    readonly language: string;
    readonly questionnaire: Questionnaire;
    readonly directory: Directory;
  },
): Filled => ({
  values: fieldsOf(questions, answers, directory),
  errors: Object.fromEntries(
    problems
      .map((problem): [string, string] => [
        fieldAt(problem),
        sentenceFor(ctx, problem, language, questionnaire),
      ])
      .reverse(),
  ),
});

const secondsFor: Readonly<Record<Question["kind"], number>> = {
  single: 8,
  multiple: 12,
  matrix: 5,
  scale: 7,
  ranking: 25,
  number: 10,
  text: 20,
  date: 8,
  municipality: 6,
  organization: 15,
  note: 6,
  calculation: 0,
};

const secondsOf = (question: Question): number => {
  const words = Object.values("label" in question ? question.label : {})[0] ?? "";
  const reading = words.split(/\s+/u).length / 3;
  const lines = question.kind === "matrix" ? question.rows.length : 1;
  const writing = question.kind === "text" && question.long ? 40 : 0;
  return reading + lines * secondsFor[question.kind] + writing;
};

/** How many questions there are, and how many minutes they take somebody who reads them in peace. */
export const lengthOf = (
  questionnaire: Questionnaire,
): { readonly questions: number; readonly minutes: number } => {
  const all = questionsOf(questionnaire).map(({ question }) => question);
  const asked = all.filter(({ kind }) => kind !== "note" && kind !== "calculation");
  const seconds = all.reduce((sum, question) => sum + secondsOf(question), 0);
  return { questions: asked.length, minutes: Math.max(1, Math.round(seconds / 60)) };
};
