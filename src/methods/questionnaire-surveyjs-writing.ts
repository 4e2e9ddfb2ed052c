import type { Expression } from "./expression.ts";
import { writeSurveyJs } from "./expression-surveyjs.ts";
import {
  type Choice,
  type Page,
  type Question,
  type Questionnaire,
  questionsOf,
  type Words,
} from "./questionnaire.ts";
import type { Loss, Lost } from "./questionnaire-conversion.ts";

export type Written<T> = { readonly content: T; readonly lost: readonly Lost[] };
type Element = Record<string, unknown>;
type Desk = { readonly first: string; readonly lose: (where: string, what: string, why: Loss) => void };

const words = (of: Words | undefined, { first }: Desk): unknown => {
  if (!of) return undefined;
  const { [first]: own, ...others } = of;
  if (Object.keys(others).length === 0) return own;
  return own === undefined ? others : { default: own, ...others };
};

const condition = (
  of: Expression | undefined,
  where: string,
  why: Loss,
  { lose }: Desk,
): string | undefined => {
  if (!of) return undefined;
  const text = writeSurveyJs(of);
  if (text === undefined) lose(where, of.is, why);
  return text;
};

const choices = (of: readonly Choice[], where: string, desk: Desk): Element[] =>
  of
    .filter(({ value, alone }) => !(alone && value === "none"))
    .map(({ value, label, when, alone }) => {
      if (alone) desk.lose(where, value, "check");
      return { value, text: words(label, desk), visibleIf: condition(when, where, "filter", desk) };
    });

const validators = (question: Question, desk: Desk): Element[] => {
  if (question.kind === "note" || question.kind === "calculation") return [];
  return (question.checks ?? []).flatMap(({ rule, text }): Element[] => {
    if (rule.is === "matches" && rule.text.is === "this")
      return [{ type: "regex", regex: rule.pattern, text: words(text, desk) }];
    const expression = condition(rule, question.name, "check", desk);
    return expression ? [{ type: "expression", expression, text: words(text, desk) }] : [];
  });
};

const inputs = { email: "email", web: "url", phone: "tel", postcode: "text" } as const;

const withOther = (question: Extract<Question, { kind: "single" | "multiple" }>, desk: Desk): Element => ({
  choices: choices(question.choices, question.name, desk),
  hasOther: question.other ? true : undefined,
  otherText: words(question.other, desk),
  choicesOrder: question.shuffled ? "random" : undefined,
});

const own = (question: Question, desk: Desk): Element => {
  switch (question.kind) {
    case "single":
      return { type: question.look === "menu" ? "dropdown" : "radiogroup", ...withOther(question, desk) };
    case "multiple": {
      const none = question.choices.find(({ value, alone }) => alone && value === "none");
      const nothing = none ? { hasNone: true, noneText: words(none.label, desk) } : {};
      const { least, most } = question;
      return {
        type: "checkbox",
        ...withOther(question, desk),
        ...nothing,
        minSelectedChoices: least,
        maxSelectedChoices: most,
      };
    }
    case "matrix":
      return {
        type: "matrix",
        eachRowRequired: question.required,
        columns: choices(question.choices, question.name, desk),
        rows: question.rows.map(({ name, label, when }) => ({
          value: name,
          text: words(label, desk),
          visibleIf: condition(when, question.name, "condition", desk),
        })),
      };
    case "scale":
      return {
        type: "rating",
        rateMin: question.from,
        rateMax: question.to,
        minRateDescription: words(question.low, desk),
        maxRateDescription: words(question.high, desk),
      };
    case "ranking":
      return {
        type: "ranking",
        choices: choices(question.choices, question.name, desk),
        maxSelectedChoices: question.most,
      };
    case "number":
      if (question.whole) desk.lose(question.name, "integer", "check");
      if (question.unit) desk.lose(question.name, Object.values(question.unit)[0] ?? "", "asText");
      return { type: "text", inputType: "number", min: question.least, max: question.most };
    case "date":
      return { type: "text", inputType: "date", min: question.earliest, max: question.latest };
    case "text": {
      const bounds =
        question.shortest !== undefined || question.longest !== undefined
          ? [{ type: "text", minLength: question.shortest, maxLength: question.longest }]
          : [];
      return {
        type: question.long ? "comment" : "text",
        inputType: question.format ? inputs[question.format] : undefined,
        validators: [...validators(question, desk), ...bounds],
      };
    }
    case "municipality":
    case "organization":
      desk.lose(question.name, question.kind, "asText");
      return { type: "text" };
    case "note":
      return { type: "html", html: words(question.label, desk) };
    case "calculation":
      return {
        type: "expression",
        expression: condition(question.value, question.name, "calculation", desk),
      };
  }
};

const elementFrom = (question: Question, desk: Desk): Element => {
  const checks = validators(question, desk);
  const base: Element = {
    name: question.name,
    title: question.kind === "note" ? undefined : words(question.label, desk),
  };
  if (question.kind !== "calculation")
    base["visibleIf"] = condition(question.when, question.name, "condition", desk);
  if (question.kind !== "note" && question.kind !== "calculation") {
    base["description"] = words(question.hint, desk);
    base["isRequired"] = question.required || undefined;
    base["requiredErrorText"] = words(question.requiredText, desk);
    if (checks.length > 0) base["validators"] = checks;
  }
  return { ...base, ...own(question, desk) };
};

const pageFrom = (page: Page, desk: Desk): Element => ({
  name: page.name,
  title: words(page.title, desk),
  description: words(page.text, desk),
  visibleIf: condition(page.when, page.name, "condition", desk),
  elements: page.questions.map((question) => elementFrom(question, desk)),
});

/** A questionnaire as SurveyJS reads it, with a list of what it has no word for. */
export const writeSurveyJsFile = (questionnaire: Questionnaire): Written<string> => {
  const lost: Lost[] = [];
  const desk: Desk = {
    first: questionnaire.languages[0] ?? "de",
    lose: (where, what, why) => {
      lost.push({ where, what, why });
    },
  };
  const content = {
    locale: desk.first,
    title: words(questionnaire.title, desk),
    description: words(questionnaire.introduction, desk),
    completedHtml: words(questionnaire.thanks, desk),
    pages: questionnaire.pages.map((page) => pageFrom(page, desk)),
  };
  return { content: `${JSON.stringify(content, null, 2)}\n`, lost };
};

/** Every name that stands in a questionnaire, rows of tables too. */
export const allNames = (questionnaire: Questionnaire): readonly string[] =>
  questionsOf(questionnaire).flatMap(({ question }) => [
    question.name,
    ...("rows" in question ? question.rows.map(({ name }) => name) : []),
  ]);
