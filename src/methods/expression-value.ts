import type { Expression } from "./expression.ts";
import { fits } from "./expression-pattern.ts";
import type { Answer, Answers } from "./questionnaire.ts";

/** What an expression comes to; `undefined` where nothing was answered. */
export type Value = Answer | undefined;

export type Asked = {
  readonly answers: Answers;
  /** The answer that is being checked. */
  readonly self?: Value;
  /** "2026-11-24" */
  readonly today: string;
};

/** Nothing, an empty text, an empty list, a table without a line. */
export const isEmpty = (value: Value): boolean =>
  value === undefined ||
  value === "" ||
  (Array.isArray(value) ? value.length === 0 : typeof value === "object" && Object.keys(value).length === 0);

/** Several ticks are read as XLSForm does: with blanks between them. */
const asText = (value: Value): string => {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "object" ? Object.values(value).join(" ") : String(value);
};

const decimal = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/iu;

/** A number, where it is one or is written as one. */
const asNumber = (value: Value): number => {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const text = asText(value);
  return decimal.test(text) ? Number(text) : Number.NaN;
};

/** As a condition: an empty answer, zero and "no" do not hold. */
export const isTrue = (value: Value): boolean =>
  !isEmpty(value) && value !== false && value !== 0 && value !== "false" && !Number.isNaN(value);

const listOf = (value: Value): readonly string[] => {
  if (isEmpty(value)) return [];
  if (Array.isArray(value)) return value;
  return typeof value === "object" ? Object.keys(value) : [String(value)];
};

const sameBoolean = (value: boolean, other: Value): boolean =>
  other === value || (!isEmpty(other) && asText(other) === String(value));

const equal = (left: Value, right: Value): boolean => {
  if (typeof left === "boolean") return sameBoolean(left, right);
  if (typeof right === "boolean") return sameBoolean(right, left);
  const [one, two] = [asNumber(left), asNumber(right)];
  if (!Number.isNaN(one) && !Number.isNaN(two)) return one === two;
  return asText(left) === asText(right);
};

const inOrder = (left: Value, right: Value): number => {
  const [one, two] = [asNumber(left), asNumber(right)];
  if (!Number.isNaN(one) && !Number.isNaN(two)) return one - two;
  // Dates are written so that their order is that of their letters; anything else beside a number has no order.
  if (isEmpty(left) || isEmpty(right) || !Number.isNaN(one) || !Number.isNaN(two)) return Number.NaN;
  return asText(left) < asText(right) ? -1 : asText(left) > asText(right) ? 1 : 0;
};

const compare = (by: "=" | "!=" | "<" | "<=" | ">" | ">=", left: Value, right: Value): boolean => {
  if (by === "=") return equal(left, right);
  if (by === "!=") return !equal(left, right);
  const order = inOrder(left, right);
  if (by === "<") return order < 0;
  if (by === "<=") return order <= 0;
  return by === ">" ? order > 0 : order >= 0;
};

const reckon = (by: "+" | "-" | "*" | "/" | "mod", one: number, two: number): number => {
  if (by === "+") return one + two;
  if (by === "-") return one - two;
  if (by === "*") return one * two;
  return by === "/" ? one / two : one % two;
};

const numeric = (value: number): Value => (Number.isFinite(value) ? value : undefined);

const dayNumber = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** Whole years between a day and today, as one counts an age. */
const yearsSince = (day: string, today: string): number => {
  if (!/^\d{4}-\d{2}-\d{2}/u.test(day) || Number.isNaN(dayNumber(day))) return Number.NaN;
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return today.slice(5, 10) < day.slice(5, 10) ? years - 1 : years;
};

const numbersIn = (values: readonly Value[]): readonly number[] =>
  values
    .flatMap((value) => (Array.isArray(value) ? value.map(asNumber) : [asNumber(value)]))
    .filter((number) => !Number.isNaN(number));

const call = (
  name: Extract<Expression, { is: "call" }>["name"],
  of: readonly Value[],
  today: string,
): Value => {
  const [first, second] = of;
  switch (name) {
    case "today":
      return today;
    case "years":
      return numeric(yearsSince(asText(first), today));
    case "round": {
      const factor = 10 ** (isEmpty(second) ? 0 : asNumber(second));
      return numeric(Math.round(asNumber(first) * factor) / factor);
    }
    case "integer":
      return numeric(Math.trunc(asNumber(first)));
    case "number":
      return numeric(asNumber(first));
    case "text":
      return asText(first);
    case "length":
      return asText(first).length;
    case "contains":
      return asText(first).includes(asText(second));
    case "join":
      return of.map(asText).join("");
    case "sum":
      return numbersIn(of).reduce((sum, number) => sum + number, 0);
    case "min":
      return numeric(Math.min(...numbersIn(of)));
    case "max":
      return numeric(Math.max(...numbersIn(of)));
  }
};

const rowOf = (value: Value, row: string): Value =>
  typeof value === "object" && !Array.isArray(value) ? value[row] : undefined;

/** What an expression comes to with these answers. */
export const evaluate = (expression: Expression, asked: Asked): Value => {
  const inner = (part: Expression): Value => evaluate(part, asked);
  switch (expression.is) {
    case "value":
      return expression.value;
    case "answer": {
      const value = asked.answers[expression.of];
      return expression.row === undefined ? value : rowOf(value, expression.row);
    }
    case "this":
      return asked.self;
    case "and":
      return expression.of.every((part) => isTrue(inner(part)));
    case "or":
      return expression.of.some((part) => isTrue(inner(part)));
    case "not":
      return !isTrue(inner(expression.of));
    case "empty":
      return isEmpty(inner(expression.of));
    case "count":
      return listOf(inner(expression.of)).length;
    case "compare":
      return compare(expression.by, inner(expression.left), inner(expression.right));
    case "arithmetic":
      return numeric(
        reckon(expression.by, asNumber(inner(expression.left)), asNumber(inner(expression.right))),
      );
    case "selected": {
      const wanted = asText(inner(expression.value));
      return listOf(inner(expression.list)).some((value) => value === wanted);
    }
    case "matches":
      return fits(asText(inner(expression.text)), expression.pattern);
    case "if":
      return isTrue(inner(expression.when)) ? inner(expression.yes) : inner(expression.no);
    case "call":
      return call(expression.name, expression.of.map(inner), asked.today);
  }
};

/** Does the condition hold? Without one it does. */
export const holds = (expression: Expression | undefined, asked: Asked): boolean =>
  expression === undefined || isTrue(evaluate(expression, asked));

/** The names of the answers an expression asks for. */
export const namesIn = (expression: Expression): readonly string[] => {
  switch (expression.is) {
    case "answer":
      return [expression.of];
    case "value":
    case "this":
      return [];
    case "and":
    case "or":
    case "call":
      return expression.of.flatMap(namesIn);
    case "not":
    case "empty":
    case "count":
      return namesIn(expression.of);
    case "compare":
    case "arithmetic":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case "selected":
      return [...namesIn(expression.list), ...namesIn(expression.value)];
    case "matches":
      return namesIn(expression.text);
    case "if":
      return [...namesIn(expression.when), ...namesIn(expression.yes), ...namesIn(expression.no)];
  }
};
