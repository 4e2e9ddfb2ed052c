import { type Asked, holds } from "#methods/expression-value.ts";
import { type Question, type Questionnaire, type Words, wordsIn } from "#methods/questionnaire.ts";
import { fieldOf } from "#methods/questionnaire-form.ts";
import { pipe } from "#methods/questionnaire-words.ts";

/** What one needs beside a question to draw it. */
export type Drawing = {
  readonly questionnaire: Questionnaire;
  /** The language the respondent chose; it may be one that the house itself does not speak. */
  readonly language: string;
  readonly asked: Asked;
  readonly municipalities: readonly { readonly key: string; readonly name: string }[];
  /** The names of the directory by id, for words that repeat an answer. */
  readonly named: ReadonlyMap<string, string>;
  /** "3", when questions are numbered. */
  readonly number?: string | undefined;
};

/** One kind of question and what is needed to draw it. */
export type Of<Kind extends Question["kind"]> = {
  readonly question: Extract<Question, { kind: Kind }>;
  readonly drawing: Drawing;
};

const firstOf = ({ questionnaire }: Drawing): string => questionnaire.languages[0] ?? "de";

/** Words of the questionnaire in the language of the respondent, with earlier answers in them. */
export const words = (drawing: Drawing, text: Words | undefined): string =>
  pipe(wordsIn(text, drawing.language, firstOf(drawing)), drawing.asked.answers, drawing.questionnaire, {
    language: drawing.language,
    named: drawing.named,
  });

/** The question itself, with its number. */
export const labelOf = (question: Question, drawing: Drawing): string =>
  drawing.number ? `${drawing.number}. ${words(drawing, question.label)}` : words(drawing, question.label);

type Named = Exclude<Question, { kind: "note" | "calculation" }>;

/** What every field of a question has. */
export const common = (question: Named, drawing: Drawing, extra?: string) => {
  const hint = [words(drawing, question.hint), extra].filter(Boolean).join(" ");
  return {
    name: fieldOf(question.name),
    label: labelOf(question, drawing),
    optional: !question.required,
    ...(hint ? { hint } : {}),
  };
};

/** The choices that are shown, and "Sonstiges" where there is one. */
export const optionsOf = (
  question: Extract<Question, { choices: unknown }>,
  drawing: Drawing,
): { readonly value: string; readonly label: string }[] => [
  ...question.choices
    .filter(({ when }) => holds(when, drawing.asked))
    .map(({ value, label }) => ({ value, label: words(drawing, label) })),
  ...("other" in question && question.other
    ? [{ value: "other", label: words(drawing, question.other) }]
    : []),
];
