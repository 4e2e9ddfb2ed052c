import type { Expression } from "./expression.ts";
import type { Choice, Words } from "./questionnaire.ts";
import { allOf } from "./questionnaire-conversion.ts";
import { type Desk, type Element, listIn, textIn, truth } from "./questionnaire-surveyjs-parts.ts";

export type Condition = Expression | undefined;
export type Asked = {
  readonly name: string;
  readonly label: Words;
  readonly hint: Words | undefined;
  readonly when: Condition;
  readonly required: boolean | undefined;
  readonly requiredText: Words | undefined;
  readonly checks: { rule: Expression; text: Words | undefined }[] | undefined;
};

/** "value|text", { value, text }, or the value alone. */
export const choicesFrom = (value: unknown, desk: Desk, where: string): Choice[] => {
  const first = desk.languages[0] ?? "de";
  const items = Array.isArray(value) ? value : [];
  return items.slice(0, 500).flatMap((item): Choice[] => {
    if (typeof item !== "object" || item === null) {
      const [own = "", ...text] = String(item).split("|");
      return own === "" ? [] : [{ value: own.slice(0, 120), label: { [first]: text.join("|") || own } }];
    }
    const element = item as Element;
    const own = textIn(element, "value", "name", "itemValue").slice(0, 120);
    if (own === "") return [];
    if (element["imageLink"] !== undefined) desk.lose(where, own, "media");
    const label = desk.words(element["text"] ?? element["title"]) ?? { [first]: own };
    return [{ value: own, label, when: desk.condition(element, "visibleIf", where, "filter") }];
  });
};

const self: Expression = { is: "this" };

/** The rules of validators that our kinds of questions do not have themselves. */
const checksFrom = (element: Element, name: string, desk: Desk): Asked["checks"] => {
  const checks = listIn(element, "validators").flatMap(
    (validator): { rule: Expression; text: Words | undefined }[] => {
      const kind = textIn(validator, "type").replace(/validator$/u, "");
      const text = desk.words(validator["text"]);
      if (["numeric", "text", "email", "answercount"].includes(kind)) return [];
      if (kind === "regex")
        return [
          { rule: { is: "matches", text: self, pattern: textIn(validator, "regex").slice(0, 500) }, text },
        ];
      const rule = kind === "expression" ? desk.condition(validator, "expression", name, "check") : undefined;
      if (kind !== "expression") desk.lose(name, kind, "check");
      return rule ? [{ rule, text }] : [];
    },
  );
  return checks.length > 0 ? checks : undefined;
};

/** The validator of one kind, or an empty one. */
export const validator = (element: Element, kind: string): Element =>
  listIn(element, "validators").find((one) => textIn(one, "type").replace(/validator$/u, "") === kind) ?? {};

/** Notes what a question loses whatever its kind. */
export const losses = (element: Element, name: string, desk: Desk): void => {
  if (element["defaultValue"] !== undefined || textIn(element, "defaultValueExpression") !== "")
    desk.lose(name, "defaultValue", "preset");
  if (textIn(element, "enableIf") !== "") desk.lose(name, textIn(element, "enableIf"), "readOnly");
  if (truth(element["readOnly"])) desk.lose(name, "readOnly", "readOnly");
  if (textIn(element, "requiredIf") !== "") desk.lose(name, textIn(element, "requiredIf"), "requiredWhen");
  for (const key of ["setValueIf", "setValueExpression", "resetValueIf"])
    if (textIn(element, key) !== "") desk.lose(name, key, "trigger");
  if (truth(element["hasComment"] ?? element["showCommentArea"])) desk.lose(name, "comment", "comment");
  for (const key of ["choicesVisibleIf", "choicesEnableIf", "rowsVisibleIf", "columnsVisibleIf"])
    if (textIn(element, key) !== "") desk.lose(name, textIn(element, key), "filter");
};

/** What every question has. */
export const askedIn = (
  element: Element,
  name: string,
  desk: Desk,
  conditions: readonly Condition[],
): Asked => ({
  name,
  label: desk.words(element["title"]) ?? { [desk.languages[0] ?? "de"]: textIn(element, "name") || name },
  hint: desk.words(element["description"]),
  when: allOf(...conditions, desk.condition(element, "visibleIf", name)),
  required: truth(element["isRequired"]) || undefined,
  requiredText: desk.words(element["requiredErrorText"]),
  checks: checksFrom(element, name, desk),
});
