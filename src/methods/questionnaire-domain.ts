import type { Expression } from "./expression.ts";
import { namesIn } from "./expression-value.ts";
import type { Answer, Answers, Question, Questionnaire } from "./questionnaire.ts";

/** More combinations of answers than this are not tried: nothing is said then. */
const manyCombinations = 20_000;

/** The expressions directly inside this one. */
const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.is) {
    case "and":
    case "or":
    case "call":
      return expression.of;
    case "not":
    case "empty":
    case "count":
      return [expression.of];
    case "compare":
    case "arithmetic":
      return [expression.left, expression.right];
    case "selected":
      return [expression.list, expression.value];
    case "matches":
      return [expression.text];
    case "if":
      return [expression.when, expression.yes, expression.no];
    default:
      return [];
  }
};

/** The expression and all that stand inside it. */
export const allParts = (expression: Expression): readonly Expression[] => [
  expression,
  ...partsOf(expression).flatMap(allParts),
];

/** The numbers that the answer is compared with; nothing where it is used in any other way. */
const boundsOf = (name: string, expression: Expression): readonly number[] | undefined => {
  if (!namesIn(expression).includes(name)) return [];
  if (expression.is === "empty" && expression.of.is === "answer") return [];
  if (expression.is === "compare") {
    const sides = [expression.left, expression.right];
    const value = sides.find(({ is }) => is === "value");
    const isPlain = sides.some((side) => side.is === "answer" && side.of === name && !side.row);
    return isPlain && value?.is === "value" && typeof value.value === "number" ? [value.value] : undefined;
  }
  if (!["and", "or", "not"].includes(expression.is)) return undefined;
  const inner = partsOf(expression).map((part) => boundsOf(name, part));
  return inner.every((bounds) => bounds !== undefined) ? inner.flat() : undefined;
};

const numbersOf = (
  { name, least, most }: Extract<Question, { kind: "number" }>,
  expressions: readonly Expression[],
): readonly number[] | undefined => {
  const used = expressions.map((expression) => boundsOf(name, expression));
  if (!used.every((bounds) => bounds !== undefined)) return undefined;
  const bounds = [...used.flat(), least ?? 0, most ?? 0].toSorted((one, two) => one - two);
  // One number at each bound, one between two of them, and one beyond each end stand for all numbers.
  const between = bounds.map((bound, at) => (bound + (bounds[at + 1] ?? bound + 2)) / 2);
  const all = [...new Set([(bounds[0] ?? 0) - 1, ...bounds, ...between])];
  return all.filter((number) => number >= (least ?? number) && number <= (most ?? number));
};

const subsets = (values: readonly string[]): readonly string[][] =>
  Array.from({ length: 2 ** values.length }, (_, mask) => values.filter((_value, at) => (mask >> at) & 1));

/** All answers that make a difference to these expressions; nothing where they cannot be counted. */
export const domainOf = (
  question: Question,
  expressions: readonly Expression[],
): readonly Answer[] | undefined => {
  switch (question.kind) {
    case "single":
      return [...question.choices.map(({ value }) => value), ...(question.other ? ["other"] : [])];
    case "multiple": {
      const values = [...question.choices.map(({ value }) => value), ...(question.other ? ["other"] : [])];
      return values.length <= 8 ? subsets(values).filter((some) => some.length > 0) : undefined;
    }
    case "scale": {
      const steps = question.to - question.from + 1;
      return steps <= 101
        ? Array.from({ length: Math.max(steps, 0) }, (_, step) => question.from + step)
        : undefined;
    }
    case "number":
      return numbersOf(question, expressions);
    case "calculation":
    case "note":
      return [];
    default:
      return undefined;
  }
};

const isTimeless = (expression: Expression): boolean =>
  allParts(expression).every(
    (part) => part.is !== "call" || (part.name !== "today" && part.name !== "years"),
  );

/** Every combination of answers to these questions, none included; nothing where they are too many to try. */
export const combinationsOf = (
  questionnaire: Questionnaire,
  expressions: readonly Expression[],
): readonly Answers[] | undefined => {
  if (!expressions.every(isTimeless)) return undefined;
  let all: readonly Answers[] = [{}];
  for (const question of questionnaire.pages.flatMap(({ questions }) => questions)) {
    const domain = domainOf(question, expressions);
    if (!domain || all.length * (domain.length + 1) > manyCombinations) return undefined;
    all = all.flatMap((answers) => [
      answers,
      ...domain.map((value): Answers => ({ ...answers, [question.name]: value })),
    ]);
  }
  return all;
};
