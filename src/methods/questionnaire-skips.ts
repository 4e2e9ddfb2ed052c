import type { Expression } from "./expression.ts";
import { type Questionnaire, questionsOf } from "./questionnaire.ts";

/** What is surely so, and what depends on more. */
type Sure = boolean | undefined;

const isSame = (one: Expression, other: Expression, name: string, chosen: string): Sure =>
  one.is === "answer" && one.of === name && one.row === undefined && other.is === "value"
    ? String(other.value) === chosen
    : undefined;

const opposite = (sure: Sure): Sure => (sure === undefined ? undefined : !sure);

/** What one chosen answer alone decides about a condition. */
const decided = (expression: Expression, name: string, chosen: string): Sure => {
  const of = (inner: Expression): Sure => decided(inner, name, chosen);
  switch (expression.is) {
    case "and": {
      const parts = expression.of.map(of);
      if (parts.includes(false)) return false;
      return parts.includes(undefined) ? undefined : true;
    }
    case "or": {
      const parts = expression.of.map(of);
      if (parts.includes(true)) return true;
      return parts.includes(undefined) ? undefined : false;
    }
    case "not":
      return opposite(of(expression.of));
    case "empty":
      return expression.of.is === "answer" && expression.of.of === name ? false : undefined;
    case "selected":
      return isSame(expression.list, expression.value, name, chosen);
    case "compare": {
      const { left, right, by } = expression;
      const same = isSame(left, right, name, chosen) ?? isSame(right, left, name, chosen);
      if (by === "=") return same;
      return by === "!=" ? opposite(same) : undefined;
    }
    default:
      return undefined;
  }
};

/**
 * Where somebody goes on who chose this answer to a question of one choice: the place of the next question among all
 * that are asked (from 0), "end" when none follows, and nothing when it is simply the next one.
 */
export const goesOnAt = (
  questionnaire: Questionnaire,
  name: string,
  chosen: string,
): number | "end" | undefined => {
  const asked = questionsOf(questionnaire).filter(
    ({ question }) => question.kind !== "note" && question.kind !== "calculation",
  );
  const isOut = (when: Expression | undefined): boolean =>
    when !== undefined && decided(when, name, chosen) === false;
  const at = asked.findIndex(({ question }) => question.name === name);
  if (at < 0 || at + 1 === asked.length) return undefined;
  const skipped = asked
    .slice(at + 1)
    .findIndex(({ page, question }) => !(isOut(page.when) || ("when" in question && isOut(question.when))));
  if (skipped === 0) return undefined;
  return skipped < 0 ? "end" : at + 1 + skipped;
};
