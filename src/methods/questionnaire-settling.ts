import type { Expression } from "./expression.ts";
import { namesIn } from "./expression-value.ts";
import type { Choice, Page, Question, Questionnaire, Row, Words } from "./questionnaire.ts";
import { type Loss, type Place, withOurNames } from "./questionnaire-conversion.ts";

type Settling = {
  /** Where an answer of the file lies with us. */
  readonly place: (name: string) => Place | undefined;
  /** An expression asks for a name that leads nowhere: it is left out. */
  readonly lose: (where: string, name: string, why: Loss) => void;
};

const keep = (
  expression: Expression | undefined,
  where: string,
  why: Loss,
  { place, lose }: Settling,
): Expression | undefined => {
  if (!expression) return undefined;
  const ours = withOurNames(expression, place);
  if (ours.ok) return ours.expression;
  lose(where, ours.name, why);
  return undefined;
};

const piped = (words: Words | undefined, { place }: Settling): Words | undefined =>
  words &&
  Object.fromEntries(
    Object.entries(words).map(([language, text]) => [
      language,
      text.slice(0, 5_000).replace(/\{([^{}]{1,120})\}/gu, (whole, name: string) => {
        const found = place(name.trim());
        return found ? `{${found.of}}` : whole;
      }),
    ]),
  );

/** Labels must be there: `piped` with the certainty that they are. */
const said = (words: Words, settling: Settling): Words => piped(words, settling) ?? words;

const choicesOf = (choices: readonly Choice[], where: string, settling: Settling): Choice[] =>
  choices.map((choice) => ({
    ...choice,
    label: said(choice.label, settling),
    when: keep(choice.when, where, "filter", settling),
  }));

const rowsOf = (rows: readonly Row[], settling: Settling): Row[] =>
  rows.map((row) => ({
    ...row,
    label: said(row.label, settling),
    when: keep(row.when, row.name, "condition", settling),
  }));

const settled = (question: Question, settling: Settling): Question[] => {
  const { name } = question;
  const label = said(question.label, settling);
  if (question.kind === "calculation") {
    const value = keep(question.value, name, "calculation", settling);
    return value ? [{ ...question, label, value }] : [];
  }
  const when = keep(question.when, name, "condition", settling);
  if (question.kind === "note") return [{ ...question, label, when }];
  const checks = question.checks?.flatMap(({ rule, text }) => {
    const kept = keep(rule, name, "check", settling);
    return kept ? [{ rule: kept, text: piped(text, settling) }] : [];
  });
  const common = {
    label,
    when,
    hint: piped(question.hint, settling),
    requiredText: piped(question.requiredText, settling),
    checks: checks && checks.length > 0 ? checks : undefined,
  };
  if (question.kind === "matrix")
    return [
      {
        ...question,
        ...common,
        choices: choicesOf(question.choices, name, settling),
        rows: rowsOf(question.rows, settling),
      },
    ];
  if ("choices" in question)
    return [{ ...question, ...common, choices: choicesOf(question.choices, name, settling) }];
  return [{ ...question, ...common }];
};

/** A questionnaire whose expressions and words still speak the names of its file, in our names. */
export const settleNames = (questionnaire: Questionnaire, settling: Settling): Questionnaire => ({
  ...questionnaire,
  introduction: piped(questionnaire.introduction, settling),
  thanks: piped(questionnaire.thanks, settling),
  pages: questionnaire.pages.map(
    (page): Page => ({
      ...page,
      title: piped(page.title, settling),
      text: piped(page.text, settling),
      when: keep(page.when, page.name, "condition", settling),
      questions: page.questions.flatMap((question) => settled(question, settling)),
    }),
  ),
});

/** Puts each calculation behind the last question it asks for, so that what comes later can use it. */
export const placeCalculations = (
  pages: readonly Page[],
  calculations: readonly Extract<Question, { kind: "calculation" }>[],
): readonly Page[] =>
  calculations.reduce<readonly Page[]>((all, calculation) => {
    const wanted = new Set(namesIn(calculation.value));
    const at = all.findLastIndex(({ questions }) => questions.some(({ name }) => wanted.has(name)));
    return all.map((page, index) => {
      if (index !== Math.max(at, 0)) return page;
      const after = page.questions.findLastIndex(({ name }) => wanted.has(name)) + 1;
      return { ...page, questions: page.questions.toSpliced(after, 0, calculation) };
    });
  }, pages);

/** The same without what is not there: files carry many empty cells. */
export const withoutGaps = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
