import { isEmpty } from "./expression-value.ts";
import { type Answer, type Answers, otherOf, type Question } from "./questionnaire.ts";

/** What a form carries: one or several texts under each name. */
export type Fields = Readonly<Record<string, unknown>>;

/** Organizations are typed by their name and kept by their id. */
export type Directory = {
  /** By the name in small letters. */
  readonly ids: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
};
export const nobody: Directory = { ids: new Map(), names: new Map() };

/** The name of the field of a question; its lines and ranks stand behind a second point. */
export const fieldOf = (name: string, part?: string): string =>
  part === undefined ? `a.${name}` : `a.${name}.${part}`;

const texts = (value: unknown): readonly string[] => {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => (typeof one === "string" && one.trim() !== "" ? [one.trim()] : []));
};

const clean = (text: string): string => text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").toWellFormed();

/** "1.234,5" and "1234.5" are numbers; what is none stays as it was typed, so that it can be shown again. */
const numberIn = (text: string): number | string => {
  const plain = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/u.test(text)
    ? text.replaceAll(".", "").replace(",", ".")
    : text.replace(/[\s\u00a0\u202f]/gu, "").replace(",", ".");
  return /^[+-]?(\d+(\.\d+)?|\.\d+)$/u.test(plain) ? Number(plain) : text;
};

/** "24.11.2026" as browsers without a date field send it, as a day. */
const dayIn = (text: string): string => {
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(text);
  if (!german) return text;
  const [, day = "", month = "", year = ""] = german;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
};

type Of<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

const lines = ({ name, rows }: Of<"matrix">, fields: Fields): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row): [string, string][] => {
      const [value] = texts(fields[fieldOf(name, row.name)]);
      return value === undefined ? [] : [[row.name, clean(value)]];
    }),
  );

/** The choices by the rank somebody wrote beside them; those without a rank are left out, equal ranks stay in order. */
const ranked = ({ name, choices }: Of<"ranking">, fields: Fields): string[] =>
  choices
    .flatMap(({ value }) => {
      const rank = Number(texts(fields[fieldOf(name, value)])[0] ?? Number.NaN);
      return Number.isFinite(rank) ? [{ value, rank }] : [];
    })
    .sort((one, two) => one.rank - two.rank)
    .map(({ value }) => value);

const answerTo = (question: Question, fields: Fields, { ids }: Directory): Answer | undefined => {
  const given = texts(fields[fieldOf(question.name)]).map(clean);
  const [first] = given;
  switch (question.kind) {
    case "note":
    case "calculation":
      return undefined;
    case "multiple":
      return [...new Set(given)];
    case "organization":
      return [...new Set(given.map((name) => ids.get(name.toLowerCase()) ?? "other"))];
    case "matrix":
      return lines(question, fields);
    case "ranking":
      return ranked(question, fields);
    case "number":
    case "scale":
      return first === undefined ? undefined : numberIn(first);
    case "date":
      return first === undefined ? undefined : dayIn(first);
    case "single":
    case "text":
    case "municipality":
      return first;
  }
};

/** The text beside "Sonstiges"; of organizations the names that the directory does not know. */
const otherIn = (question: Question, fields: Fields, { ids }: Directory): string | undefined => {
  if (question.kind !== "organization") return texts(fields[fieldOf(otherOf(question))]).map(clean)[0];
  const unknown = texts(fields[fieldOf(question.name)]).filter((name) => !ids.has(name.toLowerCase()));
  return unknown.length === 0 ? undefined : unknown.map(clean).join("; ");
};

/** What was answered to these questions in a sent form. Questions that are not among them are left alone. */
export const answersIn = (
  questions: readonly Question[],
  fields: Fields,
  directory: Directory = nobody,
): Answers =>
  Object.fromEntries(
    questions.flatMap((question): [string, Answer][] => {
      const answer = answerTo(question, fields, directory);
      const other = otherIn(question, fields, directory);
      return [
        ...(answer === undefined || isEmpty(answer) ? [] : [[question.name, answer] as [string, Answer]]),
        ...(other === undefined ? [] : [[otherOf(question), other.slice(0, 2_000)] as [string, Answer]]),
      ];
    }),
  );

/** These answers in place of all earlier ones to the same questions. */
export const mergedAnswers = (
  before: Answers,
  questions: readonly Question[],
  fields: Fields,
  directory: Directory = nobody,
): Answers => {
  const asked = new Set(questions.flatMap((question) => [question.name, otherOf(question)]));
  const kept = Object.entries(before).filter(([name]) => !asked.has(name));
  return { ...Object.fromEntries(kept), ...answersIn(questions, fields, directory) };
};

const fieldsOfOne = (
  name: string,
  answer: Answer,
  question: Question | undefined,
): [string, string | string[]][] => {
  if (Array.isArray(answer))
    return question?.kind === "ranking"
      ? answer.map((value, index) => [fieldOf(name, value), String(index + 1)])
      : [[fieldOf(name), answer]];
  if (typeof answer === "object")
    return Object.entries(answer).map(([row, value]) => [fieldOf(name, row), value]);
  return [[fieldOf(name), typeof answer === "number" ? String(answer).replace(".", ",") : String(answer)]];
};

/** The same answers as fields of a form, to be shown again. */
export const fieldsOf = (
  questions: readonly Question[],
  answers: Answers,
  { names }: Directory = nobody,
): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    questions.flatMap((question): [string, string | readonly string[]][] => {
      const own = answers[question.name];
      const other = answers[otherOf(question)];
      if (question.kind === "organization") {
        const known = (Array.isArray(own) ? own : []).flatMap((id) => names.get(id) ?? []);
        return [[fieldOf(question.name), [...known, ...(other === undefined ? [] : [String(other)])]]];
      }
      return [
        ...(own === undefined ? [] : fieldsOfOne(question.name, own, question)),
        ...(other === undefined ? [] : fieldsOfOne(otherOf(question), other, undefined)),
      ];
    }),
  );
