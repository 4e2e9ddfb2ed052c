import * as z from "zod";
import { Expression } from "./expression.ts";

/** Words by language ("de", "en", "hsb", "de-x-easy", "pl" …); the first language of the questionnaire is always there. */
export const Words = z.record(z.string().max(20), z.string().max(5_000));
export type Words = z.infer<typeof Words>;

/** Names stay the same when a questionnaire is changed: answers lie under them. */
const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/u);

const Choice = z.object({
  value: z.string().min(1).max(120),
  label: Words,
  when: Expression.optional(),
  /** "None of these": ticking it excludes the others. */
  alone: z.boolean().optional(),
});
export type Choice = z.infer<typeof Choice>;

const Row = z.object({ name, label: Words, when: Expression.optional() });
export type Row = z.infer<typeof Row>;

/** A rule for one answer, `this` in its expression, and what is said when it is broken. */
const Check = z.object({ rule: Expression, text: Words.optional() });

const asked = {
  name,
  /** "{name}" within it is replaced by what was answered there. */
  label: Words,
  hint: Words.optional(),
  /** Shown only when this holds; an answer to a question that is not shown does not count. */
  when: Expression.optional(),
  required: z.boolean().optional(),
  requiredText: Words.optional(),
  checks: z.array(Check).max(10).optional(),
};

/** "Sonstiges, und zwar": the choice `other`, and its text under `NAME_other`. */
const other = Words.optional();

export const Question = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("single"),
    ...asked,
    choices: z.array(Choice).min(1).max(500),
    other,
    look: z.enum(["list", "menu"]).optional(),
    shuffled: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal("multiple"),
    ...asked,
    choices: z.array(Choice).min(1).max(500),
    other,
    least: z.int().min(0).optional(),
    most: z.int().min(1).optional(),
    shuffled: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal("matrix"),
    ...asked,
    rows: z.array(Row).min(1).max(100),
    choices: z.array(Choice).min(1).max(20),
  }),
  z.object({
    kind: z.literal("scale"),
    ...asked,
    from: z.int(),
    to: z.int(),
    low: Words.optional(),
    high: Words.optional(),
  }),
  z.object({
    kind: z.literal("ranking"),
    ...asked,
    choices: z.array(Choice).min(2).max(30),
    most: z.int().min(1).optional(),
  }),
  z.object({
    kind: z.literal("number"),
    ...asked,
    whole: z.boolean().optional(),
    least: z.number().optional(),
    most: z.number().optional(),
    unit: Words.optional(),
  }),
  z.object({
    kind: z.literal("text"),
    ...asked,
    long: z.boolean().optional(),
    format: z.enum(["email", "web", "phone", "postcode"]).optional(),
    shortest: z.int().min(0).optional(),
    longest: z.int().min(1).max(10_000).optional(),
  }),
  z.object({
    kind: z.literal("date"),
    ...asked,
    earliest: z.iso.date().optional(),
    latest: z.iso.date().optional(),
  }),
  z.object({ kind: z.literal("municipality"), ...asked }),
  /** Chosen from the town's directory; who is missing there is written under `NAME_other`. */
  z.object({ kind: z.literal("organization"), ...asked, several: z.boolean().optional() }),
  z.object({ kind: z.literal("note"), name, label: Words, when: Expression.optional() }),
  /** Never shown; its value can be used in conditions and in words. */
  z.object({ kind: z.literal("calculation"), name, label: Words, value: Expression }),
]);
export type Question = z.infer<typeof Question>;
export type QuestionKind = Question["kind"];

export const Page = z.object({
  name,
  title: Words.optional(),
  text: Words.optional(),
  when: Expression.optional(),
  questions: z.array(Question).max(200),
});
export type Page = z.infer<typeof Page>;

/** What is asked, in which order, under which conditions, and in which languages. */
export const Questionnaire = z.object({
  title: Words,
  languages: z.array(z.string().min(2).max(20)).min(1).max(20),
  introduction: Words.optional(),
  thanks: Words.optional(),
  pages: z.array(Page).min(1).max(100),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/**
 * An answer by kind: single "value"; multiple and organization ["value", …]; ranking ["best", …]; matrix
 * {row: "value"}; scale and number 4; text, date "2026-11-24" and municipality (its official key) a text.
 */
export const Answer = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(500),
  z.record(z.string().max(120), z.string().max(120)),
]);
export type Answer = z.infer<typeof Answer>;

/** The answers of one respondent, by the name of the question. */
export const Answers = z.record(z.string().max(120), Answer);
export type Answers = Readonly<Record<string, Answer>>;

/** All questions of a questionnaire in their order, each with its page. */
export const questionsOf = (
  questionnaire: Questionnaire,
): readonly { readonly page: Page; readonly question: Question }[] =>
  questionnaire.pages.flatMap((page) => page.questions.map((question) => ({ page, question })));

/** The words in the wanted language, else in the first of the questionnaire, else in any. */
export const wordsIn = (words: Words | undefined, language: string, first: string): string =>
  words?.[language] ?? words?.[first] ?? Object.values(words ?? {})[0] ?? "";

/** Where the text beside "Sonstiges, und zwar" lies. */
export const otherOf = (question: { readonly name: string }): string => `${question.name}_other`;
