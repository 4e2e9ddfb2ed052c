import { namesIn } from "#methods/expression-value.ts";
import {
  otherOf,
  type Page,
  type Question,
  type QuestionKind,
  type Questionnaire,
  questionsOf,
  type Words,
} from "#methods/questionnaire.ts";

/** A name that no question or page has yet: "frage7". */
export const freeName = (content: Questionnaire, stem = "frage"): string => {
  const taken = new Set([
    ...content.pages.map(({ name }) => name),
    ...questionsOf(content).flatMap(({ question }) => [question.name, otherOf(question)]),
  ]);
  for (let n = 1; ; n += 1) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
};

const inAll = ({ languages }: Questionnaire, text: string): Words =>
  Object.fromEntries(languages.slice(0, 1).map((language) => [language, text]));

/** The least a question of a kind needs; the form asks for the rest. */
export const beginning = (content: Questionnaire, kind: QuestionKind, words: string): Question => {
  const asked = { name: freeName(content), label: inAll(content, words) };
  const choices = ["1", "2"].map((value) => ({ value, label: inAll(content, value) }));
  switch (kind) {
    case "single":
    case "multiple":
    case "ranking":
      return { ...asked, kind, choices };
    case "matrix":
      return { ...asked, kind, choices, rows: [{ name: "zeile1", label: inAll(content, "1") }] };
    case "scale":
      return { ...asked, kind, from: 1, to: 5 };
    case "calculation":
      return { ...asked, kind, value: { is: "value", value: 0 } };
    default:
      return { ...asked, kind };
  }
};

const withPages = (content: Questionnaire, pages: readonly Page[]): Questionnaire => ({
  ...content,
  pages: [...pages],
});

const mapQuestions = (
  content: Questionnaire,
  change: (questions: readonly Question[], page: Page) => readonly Question[],
): Questionnaire =>
  withPages(
    content,
    content.pages.map((page) => ({ ...page, questions: [...change(page.questions, page)] })),
  );

/** The questionnaire with one more question: after the named one, or first on the named page. */
export const insert = (content: Questionnaire, after: string, question: Question): Questionnaire =>
  mapQuestions(content, (questions, page) =>
    page.name === after
      ? [question, ...questions]
      : questions.flatMap((one) => (one.name === after ? [one, question] : [one])),
  );

/** The questionnaire without this question. */
export const remove = (content: Questionnaire, name: string): Questionnaire =>
  mapQuestions(content, (questions) => questions.filter((one) => one.name !== name));

/** The questionnaire with this question in the place of the one called `name`. */
export const replace = (content: Questionnaire, name: string, question: Question): Questionnaire =>
  mapQuestions(content, (questions) => questions.map((one) => (one.name === name ? question : one)));

/** A copy right behind the original. */
export const double = (content: Questionnaire, name: string): Questionnaire => {
  const original = questionsOf(content).find(({ question }) => question.name === name)?.question;
  return original ? insert(content, name, { ...original, name: freeName(content) }) : content;
};

/** One place up or down; at the edge of a page the question goes over to the next one. */
export const move = (content: Questionnaire, name: string, by: -1 | 1): Questionnaire => {
  const pages = content.pages.map((page) => ({ ...page, questions: [...page.questions] }));
  const at = pages.findIndex(({ questions }) => questions.some((one) => one.name === name));
  const questions = pages[at]?.questions ?? [];
  const index = questions.findIndex((one) => one.name === name);
  const [question] = questions.splice(index, 1);
  const next = pages[at + by]?.questions;
  if (!question) return content;
  const isInside = index + by >= 0 && index + by <= questions.length;
  if (isInside) questions.splice(index + by, 0, question);
  else if (next) next.splice(by > 0 ? 0 : next.length, 0, question);
  else return content;
  return withPages(content, pages);
};

/** One more page after this one. */
export const addPage = (content: Questionnaire, after: string): Questionnaire => {
  const fresh: Page = { name: freeName(content, "seite"), questions: [] };
  return withPages(
    content,
    content.pages.flatMap((page) => (page.name === after ? [page, fresh] : [page])),
  );
};

/** A page goes; its questions move to the end of the one before it. */
export const removePage = (content: Questionnaire, name: string): Questionnaire => {
  const at = content.pages.findIndex((page) => page.name === name);
  const gone = content.pages[at];
  if (!gone || content.pages.length === 1) return content;
  const into = at === 0 ? 1 : at - 1;
  const pages = content.pages.flatMap((page, index) => {
    if (index === at) return [];
    if (index !== into) return [page];
    const questions =
      at === 0 ? [...gone.questions, ...page.questions] : [...page.questions, ...gone.questions];
    return [{ ...page, questions }];
  });
  return withPages(content, pages);
};

/** Everything in a question that names others. */
const namedIn = (question: Question): readonly string[] => {
  const expressions = [
    ...(question.kind === "calculation" ? [question.value] : [question.when]),
    ...("checks" in question ? (question.checks ?? []).map(({ rule }) => rule) : []),
    ...("choices" in question ? question.choices.map(({ when }) => when) : []),
    ...(question.kind === "matrix" ? question.rows.map(({ when }) => when) : []),
  ];
  const piped = Object.values(question.label).flatMap((text) =>
    [...text.matchAll(/\{([A-Za-z_][A-Za-z0-9_.-]*)\}/gu)].map(([, name = ""]) => name),
  );
  return [...expressions.flatMap((one) => (one ? namesIn(one) : [])), ...piped];
};

/** The questions and pages that would lose what they refer to if this question went. */
export const dependentsOf = (content: Questionnaire, name: string): readonly string[] => {
  const names = new Set([name, otherOf({ name })]);
  return content.pages.flatMap((page) => [
    ...(page.when && namesIn(page.when).some((one) => names.has(one)) ? [page.name] : []),
    ...page.questions
      .filter((question) => question.name !== name && namedIn(question).some((one) => names.has(one)))
      .map((question) => question.name),
  ]);
};
