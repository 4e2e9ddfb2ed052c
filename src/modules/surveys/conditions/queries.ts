import type { Context } from "#core/context.ts";
import type { Expression } from "#methods/expression.ts";
import { readXpath, writeXpath } from "#methods/expression-xpath.ts";
import { type Question, type Questionnaire, questionsOf, wordsIn } from "#methods/questionnaire.ts";
import { say } from "./messages.ts";

export const operators = [
  "is",
  "isNot",
  "more",
  "less",
  "atLeast",
  "atMost",
  "answered",
  "unanswered",
] as const;
export type Operator = (typeof operators)[number];

/** One line of a condition as the form knows it; of a table of questions the line stands behind a blank. */
export type Line = { readonly question: string; readonly by: Operator; readonly value: string };
export type Condition = { readonly join: "and" | "or"; readonly lines: readonly Line[] };

export const mostLines = 5;

const signs = { is: "=", isNot: "!=", more: ">", less: "<", atLeast: ">=", atMost: "<=" } as const;
const bySign = new Map(Object.entries(signs).map(([by, sign]) => [sign as string, by as Operator]));

const keyOf = (expression: Expression): string | undefined =>
  expression.is === "answer"
    ? [expression.of, expression.row].filter((part) => part !== undefined).join(" ")
    : undefined;

const plainValue = (expression: Expression): string | undefined =>
  expression.is === "value" ? String(expression.value) : undefined;

const lineOf = (expression: Expression): Line | undefined => {
  if (expression.is === "compare") {
    const [question, value] = [keyOf(expression.left), plainValue(expression.right)];
    const by = bySign.get(expression.by);
    return question !== undefined && value !== undefined && by ? { question, by, value } : undefined;
  }
  if (expression.is === "selected") {
    const [question, value] = [keyOf(expression.list), plainValue(expression.value)];
    return question !== undefined && value !== undefined ? { question, by: "is", value } : undefined;
  }
  if (expression.is === "empty") {
    const question = keyOf(expression.of);
    return question === undefined ? undefined : { question, by: "unanswered", value: "" };
  }
  if (expression.is !== "not") return undefined;
  const inner = lineOf(expression.of);
  if (inner?.by === "is" && expression.of.is === "selected") return { ...inner, by: "isNot" };
  return inner?.by === "unanswered" ? { ...inner, by: "answered" } : undefined;
};

/** The lines that say the same as this condition; nothing when lines cannot say it. */
export const conditionOf = (expression: Expression): Condition | undefined => {
  const isList = expression.is === "and" || expression.is === "or";
  const lines = (isList ? expression.of : [expression]).map(lineOf);
  if (lines.length > mostLines) return undefined;
  const known = lines.filter((line) => line !== undefined);
  return known.length === lines.length
    ? { join: isList && expression.is === "or" ? "or" : "and", lines: known }
    : undefined;
};

/** The questions that stand before one, each with its number: only they can decide about it. */
export const numbersOf = (content: Questionnaire): ReadonlyMap<string, number> => {
  const asked = questionsOf(content).filter(
    ({ question }) => question.kind !== "note" && question.kind !== "calculation",
  );
  return new Map(asked.map(({ question }, index) => [question.name, index + 1]));
};

const listed: ReadonlySet<Question["kind"]> = new Set(["multiple", "organization", "ranking"]);
const numeric: ReadonlySet<Question["kind"]> = new Set(["number", "scale", "calculation"]);

/** Why a line or a text is no condition, in which field. */
export type Wrong = { readonly field: string; readonly sentence: string };

const choiceIn = (question: Question, typed: string): string | undefined => {
  if (!("choices" in question)) return typed;
  const wanted = typed.trim().toLowerCase();
  const found = question.choices.find(
    ({ value, label }) =>
      value.toLowerCase() === wanted ||
      Object.values(label).some((words) => words.trim().toLowerCase() === wanted),
  );
  if (found) return found.value;
  const isOther =
    "other" in question &&
    question.other !== undefined &&
    ["other", ...Object.values(question.other).map((words) => words.trim().toLowerCase())].includes(wanted);
  return isOther ? "other" : undefined;
};

const first = ({ languages }: Questionnaire): string => languages[0] ?? "de";

const expressionOf = (
  ctx: Context,
  content: Questionnaire,
  question: Question,
  { question: key, by, value }: Line,
): Expression | string => {
  const words = say(ctx);
  const [of = "", row] = key.split(" ");
  const answer: Expression = { is: "answer", of, ...(row === undefined ? {} : { row }) };
  if (by === "unanswered") return { is: "empty", of: answer };
  if (by === "answered") return { is: "not", of: { is: "empty", of: answer } };
  if (value.trim() === "") return words("wrong_value");
  const isSize = by !== "is" && by !== "isNot";
  const size = Number(value.replace(",", "."));
  if (numeric.has(question.kind) || (isSize && question.kind !== "date")) {
    if (Number.isNaN(size)) return words("wrong_number");
    return { is: "compare", by: signs[by], left: answer, right: { is: "value", value: size } };
  }
  const choice = choiceIn(question, value);
  if (choice === undefined && "choices" in question)
    return words("wrong_choice", {
      value,
      choices: question.choices
        .slice(0, 12)
        .map(({ label }) => wordsIn(label, ctx.language, first(content)))
        .join(", "),
    });
  const right: Expression = { is: "value", value: choice ?? value.trim() };
  if (!listed.has(question.kind)) return { is: "compare", by: signs[by], left: answer, right };
  const selected: Expression = { is: "selected", list: answer, value: right };
  return by === "is" ? selected : { is: "not", of: selected };
};

type Fields = Readonly<Record<string, unknown>>;
const textAt = (fields: Fields, name: string): string =>
  typeof fields[name] === "string" ? fields[name].trim() : "";
const isOperator = (text: string): text is Operator => operators.some((by) => by === text);

/** Reads the fields of a condition: the text where there is one, else the lines. */
export const readCondition = (
  ctx: Context,
  content: Questionnaire,
  fields: Fields,
  prefix = "when",
):
  | { readonly ok: true; readonly expression: Expression | undefined }
  | { readonly ok: false; readonly wrong: Wrong } => {
  const text = textAt(fields, `${prefix}.text`);
  if (text !== "") {
    const reading = readXpath(text);
    if (reading.ok) return reading;
    const sentence = say(ctx)(`wrong_${reading.why.kind}`, { word: reading.why.word });
    return { ok: false, wrong: { field: `${prefix}.text`, sentence } };
  }
  const questions = new Map(questionsOf(content).map(({ question }) => [question.name, question]));
  const parts: Expression[] = [];
  for (let index = 0; index < mostLines; index += 1) {
    const key = textAt(fields, `${prefix}.${index}.question`);
    const question = questions.get(key.split(" ")[0] ?? "");
    if (!question) continue;
    const by = textAt(fields, `${prefix}.${index}.by`);
    const line = {
      question: key,
      by: isOperator(by) ? by : "is",
      value: textAt(fields, `${prefix}.${index}.value`),
    } as const;
    const part = expressionOf(ctx, content, question, line);
    if (typeof part === "string")
      return { ok: false, wrong: { field: `${prefix}.${index}.value`, sentence: part } };
    parts.push(part);
  }
  if (parts.length <= 1) return { ok: true, expression: parts[0] };
  const is = textAt(fields, `${prefix}.join`) === "or" ? "or" : "and";
  return { ok: true, expression: { is, of: parts } };
};

/** The value of a line as one reads it: the words of the choice. */
export const valueInWords = (
  content: Questionnaire,
  { question: key, value }: Line,
  language: string,
): string => {
  const name = key.split(" ")[0];
  const found = questionsOf(content).find(({ question }) => question.name === name)?.question;
  if (!found || !("choices" in found)) return value;
  const label = found.choices.find((choice) => choice.value === value)?.label;
  if (label) return wordsIn(label, language, first(content));
  return value === "other" && "other" in found ? wordsIn(found.other, language, first(content)) : value;
};

/** "nur wenn Frage 3 = „Ja“ und Frage 4 beantwortet wurde". */
export const conditionInWords = (
  ctx: Context,
  content: Questionnaire,
  expression: Expression | undefined,
): string | undefined => {
  if (!expression) return undefined;
  const words = say(ctx);
  const condition = conditionOf(expression);
  if (!condition) return words("only", { condition: words("said_text", { text: writeXpath(expression) }) });
  const numbers = numbersOf(content);
  const said = condition.lines.map((line) => {
    const [name = "", row] = line.question.split(" ");
    const n = numbers.get(name);
    const question = n === undefined ? `„${name}“` : words("question_n", { n });
    return words(`said_${line.by}`, {
      question: row === undefined ? question : `${question} (${row})`,
      value: valueInWords(content, line, ctx.language),
    });
  });
  const [start = "", ...rest] = said;
  return words("only", {
    condition: rest.reduce((one, two) => words(condition.join, { one, two }), start),
  });
};
