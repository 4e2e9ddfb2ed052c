import { isEmpty } from "./expression-value.ts";
import {
  type Answer,
  type Answers,
  type Question,
  type Questionnaire,
  questionsOf,
  type Words,
} from "./questionnaire.ts";

/** How often each answer was given to one question, or to one line of a table of questions. */
export type Counted = {
  readonly question: string;
  readonly row?: string | undefined;
  readonly kind: Question["kind"];
  readonly title: Words;
  /** Parts: everybody gave one answer, so they add up to the base. Ticks: everybody gave as many as they liked. */
  readonly adds: "parts" | "ticks";
  /** How many answered this question. */
  readonly base: number;
  readonly counts: readonly Count[];
};

export type Count = { readonly value: string; readonly label: Words; readonly count: number };

/** Numbers are published in classes that never change, so that two releases can be compared. */
const bounds = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 100_000];

const classOf = (number: number): string => {
  if (number < 0) return "-";
  const upper = bounds.find((bound) => number <= bound);
  return upper === undefined ? `${bounds.at(-1)}+` : String(upper);
};

const classes: readonly { readonly value: string; readonly label: Words }[] = [
  { value: "-", label: { de: "unter 0", en: "below 0" } },
  ...bounds.map((upper, index) => {
    const lower = (bounds[index - 1] ?? -1) + 1;
    const words = index < 3 ? String(upper) : `${lower.toLocaleString("de")}–${upper.toLocaleString("de")}`;
    return { value: String(upper), label: { de: words, en: words.replaceAll(".", ",") } };
  }),
  { value: "100000+", label: { de: "über 100.000", en: "more than 100,000" } },
];

type Choices = readonly { readonly value: string; readonly label: Words }[];

const scaleChoices = ({ from, to, low, high }: Extract<Question, { kind: "scale" }>): Choices =>
  Array.from({ length: to - from + 1 }, (_, step) => {
    const value = String(from + step);
    const end = step === 0 ? low : from + step === to ? high : undefined;
    const label = end
      ? Object.fromEntries(Object.entries(end).map(([code, words]) => [code, `${value} – ${words}`]))
      : {};
    return { value, label: Object.keys(label).length > 0 ? label : { de: value } };
  });

/** What can be answered to a question, in its order; nothing where the answers themselves make the list. */
const choicesOf = (question: Question): Choices => {
  if (question.kind === "scale") return scaleChoices(question);
  if (question.kind === "number") return classes;
  if (!("choices" in question)) return [];
  const other = "other" in question && question.other ? [{ value: "other", label: question.other }] : [];
  return [...question.choices.map(({ value, label }) => ({ value, label })), ...other];
};

type Unit = {
  readonly question: Question;
  readonly row?: string | undefined;
  readonly title: Words;
  readonly adds: Counted["adds"];
  readonly choices: Choices;
  base: number;
  readonly sums: Map<string, number>;
};

/** The same words with another after them, language by language. */
const joined = (one: Words, two: Words): Words =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(two)])].map((code) => [
      code,
      `${one[code] ?? Object.values(one)[0] ?? ""} – ${two[code] ?? Object.values(two)[0] ?? ""}`,
    ]),
  );

const countable = new Set([
  "single",
  "multiple",
  "matrix",
  "scale",
  "ranking",
  "number",
  "municipality",
  "organization",
]);

const unitsOf = (question: Question): Unit[] => {
  if (!countable.has(question.kind)) return [];
  const shared = { question, choices: choicesOf(question), base: 0 };
  if (question.kind === "matrix")
    return question.rows.map(({ name, label }) => ({
      ...shared,
      row: name,
      title: joined(question.label, label),
      adds: "parts",
      sums: new Map(),
    }));
  const ticks = question.kind === "multiple" || question.kind === "organization";
  return [{ ...shared, title: question.label, adds: ticks ? "ticks" : "parts", sums: new Map() }];
};

/** The answers that one respondent adds to a unit. */
const valuesIn = ({ question, row }: Unit, answer: Answer | undefined): readonly string[] => {
  if (answer === undefined || isEmpty(answer)) return [];
  if (row !== undefined) {
    const line = typeof answer === "object" && !Array.isArray(answer) ? answer[row] : undefined;
    return line ? [line] : [];
  }
  if (question.kind === "ranking") return Array.isArray(answer) ? answer.slice(0, 1) : [];
  if (question.kind === "number") return typeof answer === "number" ? [classOf(answer)] : [];
  return Array.isArray(answer) ? answer : [String(answer)];
};

const settled = (unit: Unit): Counted => {
  const { question, row, title, adds, base, sums, choices } = unit;
  const known = new Set(choices.map(({ value }) => value));
  const found = [...sums.keys()].filter((value) => !known.has(value)).sort();
  const all = [...choices, ...found.map((value) => ({ value, label: { de: value } }))];
  const counts = all.map(({ value, label }) => ({ value, label, count: sums.get(value) ?? 0 }));
  const used = question.kind === "number" ? trimmed(counts) : counts;
  return {
    question: question.name,
    ...(row === undefined ? {} : { row }),
    kind: question.kind,
    title,
    adds,
    base,
    counts: used,
  };
};

// Empty classes at both ends say nothing.
const trimmed = (counts: readonly Count[]): readonly Count[] => {
  const first = counts.findIndex(({ count }) => count > 0);
  const last = counts.findLastIndex(({ count }) => count > 0);
  return first === -1 ? [] : counts.slice(first, last + 1);
};

/** Counts answers question by question in one walk over them, however many there are. */
export const countAnswers = (
  questionnaire: Questionnaire,
  answers: Iterable<Answers>,
): readonly Counted[] => {
  const units = questionsOf(questionnaire).flatMap(({ question }) => unitsOf(question));
  for (const one of answers)
    for (const unit of units) {
      const values = valuesIn(unit, one[unit.question.name]);
      if (values.length > 0) unit.base += 1;
      for (const value of values) unit.sums.set(value, (unit.sums.get(value) ?? 0) + 1);
    }
  return units.map(settled);
};

/** How often each value was given: a line of a table of questions stands as "question.line". */
export type ValueSum = { readonly question: string; readonly value: string; readonly count: number };

/**
 * The same from sums alone. `bases` says how many answered each question; where nobody knows any more, because nothing
 * but the sums was kept, who ticked several cannot be told apart, so ticks have all respondents as their base.
 */
export const countSums = (
  questionnaire: Questionnaire,
  sums: readonly ValueSum[],
  respondents: number,
  bases?: ReadonlyMap<string, number>,
): readonly Counted[] => {
  const units = questionsOf(questionnaire).flatMap(({ question }) => unitsOf(question));
  const byName = Map.groupBy(sums, ({ question }) => question);
  for (const unit of units) {
    const { question, row, adds } = unit;
    const name = row === undefined ? question.name : `${question.name}.${row}`;
    const own = byName.get(name) ?? [];
    for (const { value: given, count } of own) {
      const value = question.kind === "number" ? classOf(Number(given)) : given;
      unit.sums.set(value, (unit.sums.get(value) ?? 0) + count);
    }
    const all = own.reduce((sum, { count }) => sum + count, 0);
    unit.base = bases ? (bases.get(name) ?? 0) : adds === "ticks" ? respondents : all;
  }
  return units.map(settled);
};

/** Two questions together: how many gave which pair of answers; "" is no answer. */
export type Crossed = {
  readonly row: string;
  readonly column: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
};

/** Crosses two questions with one answer each; who left one out stands in a line of their own, so that sums agree. */
export const crossAnswers = (
  row: Counted,
  column: Counted,
  answers: Iterable<Answers>,
  questionnaire: Questionnaire,
): Crossed => {
  const units = questionsOf(questionnaire).flatMap(({ question }) => unitsOf(question));
  const find = ({ question, row: line }: Counted) =>
    units.find((unit) => unit.question.name === question && unit.row === line);
  const [first, second] = [find(row), find(column)];
  const rows = [...row.counts.map(({ value }) => value), ""];
  const columns = [...column.counts.map(({ value }) => value), ""];
  const cells = rows.map(() => columns.map(() => 0));
  for (const one of answers) {
    const value = (unit: Unit | undefined): string =>
      unit ? (valuesIn(unit, one[unit.question.name])[0] ?? "") : "";
    const line = cells[rows.indexOf(value(first))];
    const at = columns.indexOf(value(second));
    if (line && at >= 0) line[at] = (line[at] ?? 0) + 1;
  }
  return { row: row.question, column: column.question, rows, columns, cells };
};
