import type { Context } from "#core/context.ts";
import type { Expression } from "#methods/expression.ts";
import { writeXpath } from "#methods/expression-xpath.ts";
import type { Question, Questionnaire, Words } from "#methods/questionnaire.ts";
import { readCondition, type Wrong } from "#modules/surveys/conditions/queries.ts";
import {
  type Fields,
  type Labeled,
  listAt,
  matched,
  numberAt,
  someWords,
  textAt,
  wordsAt,
} from "#modules/surveys/lines/queries.ts";
import { say } from "./messages.ts";

const formats = ["email", "web", "phone", "postcode"] as const;
const isTicked = (fields: Fields, name: string): boolean => textAt(fields, name) !== "";

type Parts = Readonly<Record<string, unknown>>;

/** What only this kind of question has, from its fields; lists come later. */
const ownParts = (question: Question, fields: Fields, languages: readonly string[]): Parts => {
  const least = numberAt(fields, "least");
  const most = numberAt(fields, "most");
  const other = someWords(wordsAt(fields, "other", languages));
  const shuffled = isTicked(fields, "shuffled");
  switch (question.kind) {
    case "single":
      return { other, shuffled, look: isTicked(fields, "menu") ? "menu" : undefined };
    case "multiple":
      return { other, shuffled, least, most };
    case "ranking":
      return { most };
    case "scale":
      return {
        from: numberAt(fields, "from"),
        to: numberAt(fields, "to"),
        low: someWords(wordsAt(fields, "low", languages)),
        high: someWords(wordsAt(fields, "high", languages)),
      };
    case "number":
      return {
        least,
        most,
        whole: isTicked(fields, "whole"),
        unit: someWords(wordsAt(fields, "unit", languages)),
      };
    case "text": {
      const format = formats.find((one) => one === textAt(fields, "format"));
      return { long: isTicked(fields, "long"), format, longest: numberAt(fields, "longest") };
    }
    case "date":
      return {
        earliest: textAt(fields, "earliest") || undefined,
        latest: textAt(fields, "latest") || undefined,
      };
    case "organization":
      return { several: isTicked(fields, "several") };
    default:
      return {};
  }
};

const without = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== false));

type ReadQuestion =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly wrong: Wrong };

const listsOf = (
  ctx: Context,
  question: Question,
  fields: Fields,
  languages: readonly string[],
): { readonly ok: true; readonly parts: Parts } | { readonly ok: false; readonly wrong: Wrong } => {
  const first = languages[0] ?? "de";
  const parts: Record<string, unknown> = {};
  if ("choices" in question) {
    const choices = listAt(ctx, fields, "choices", languages);
    if (!choices.ok) return choices;
    const n = question.kind === "ranking" ? 2 : 1;
    if (choices.lines.length < n)
      return { ok: false, wrong: { field: `choices.${first}`, sentence: say(ctx)("wrongChoices", { n }) } };
    parts["choices"] = matched(
      choices.lines,
      question.choices,
      first,
      ({ value }) => value,
      (value, label) => ({ value, label }),
    );
  }
  if (question.kind === "matrix") {
    const rows = listAt(ctx, fields, "rows", languages);
    if (!rows.ok) return rows;
    if (rows.lines.length === 0)
      return { ok: false, wrong: { field: `rows.${first}`, sentence: say(ctx)("wrongRows") } };
    parts["rows"] = matched(
      rows.lines,
      question.rows,
      first,
      ({ name }) => name,
      (name, label) => ({ name, label }),
    );
  }
  return { ok: true, parts };
};

const valueAt = (
  ctx: Context,
  content: Questionnaire,
  question: Question,
  fields: Fields,
): ReturnType<typeof readCondition> =>
  readCondition(
    ctx,
    content,
    question.kind === "calculation" ? { "when.text": textAt(fields, "value") || "0" } : fields,
  );

/** The question as its form says it now; what the form does not show stays as it was. */
export const readQuestion = (
  ctx: Context,
  content: Questionnaire,
  question: Question,
  fields: Fields,
): ReadQuestion => {
  const words = say(ctx);
  const { languages } = content;
  const first = languages[0] ?? "de";
  const wrong = (field: string, sentence: string): ReadQuestion => ({
    ok: false,
    wrong: { field, sentence },
  });
  const label = wordsAt(fields, "label", languages);
  if (!label[first]) return wrong(`label.${first}`, words("wrongLabel"));
  const name = textAt(fields, "name");
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,60}$/u.test(name)) return wrong("name", words("wrongName"));
  const lists = listsOf(ctx, question, fields, languages);
  if (!lists.ok) return lists;
  const own = ownParts(question, fields, languages);
  if (question.kind === "scale") {
    const steps = Number(own["to"]) - Number(own["from"]);
    if (!(steps >= 1 && steps <= 20)) return wrong("to", words("wrongScale"));
  }
  const condition = valueAt(ctx, content, question, fields);
  if (!condition.ok) {
    const field = question.kind === "calculation" ? "value" : condition.wrong.field;
    return wrong(field, condition.wrong.sentence);
  }
  return {
    ok: true,
    question: joined(
      question,
      { name, label },
      condition.expression,
      { ...own, ...lists.parts },
      fields,
      languages,
    ),
  };
};

const joined = (
  question: Question,
  named: Pick<Question, "name" | "label">,
  expression: Expression | undefined,
  own: Parts,
  fields: Fields,
  languages: readonly string[],
): Question => {
  if (question.kind === "calculation") return { ...question, ...named, value: expression ?? question.value };
  const hint = question.kind === "note" ? undefined : someWords(wordsAt(fields, "hint", languages));
  const required = question.kind !== "note" && isTicked(fields, "required");
  const kept = "checks" in question ? { checks: question.checks, requiredText: question.requiredText } : {};
  const parts = without({ ...kept, ...named, hint, required, when: expression, ...own });
  // The kinds differ in what they have; which parts belong to which is said in `ownParts`.
  return { kind: question.kind, ...parts } as Question;
};

const eachLanguage = (name: string, words: Words | undefined): [string, string][] =>
  Object.entries(words ?? {}).map(([language, text]) => [`${name}.${language}`, text]);

const listFields = (
  name: string,
  list: readonly Labeled[],
  languages: readonly string[],
): [string, string][] =>
  languages.flatMap((language) => {
    const texts = list.map(({ label }) => label[language] ?? "");
    return texts.some(Boolean) ? [[`${name}.${language}`, texts.join("\n")]] : [];
  });

/** A question as its form shows it. */
export const fieldsOfQuestion = (
  question: Question,
  { languages }: Questionnaire,
): Readonly<Record<string, unknown>> => {
  const all: Parts = question;
  const plain = Object.fromEntries(Object.entries(all).filter(([, part]) => typeof part !== "object"));
  const value = question.kind === "calculation" ? writeXpath(question.value) : undefined;
  return {
    ...plain,
    value,
    menu: plain["look"] === "menu",
    ...Object.fromEntries([
      ...eachLanguage("label", question.label),
      ...(["hint", "other", "low", "high", "unit"] as const).flatMap((part) =>
        eachLanguage(part, all[part] as Words | undefined),
      ),
      ...("choices" in question ? listFields("choices", question.choices, languages) : []),
      ...(question.kind === "matrix" ? listFields("rows", question.rows, languages) : []),
    ]),
  };
};
