import type { Expression } from "./expression.ts";
import { holds, namesIn } from "./expression-value.ts";
import { otherOf, type Page, type Question, type Questionnaire, type Words } from "./questionnaire.ts";
import { allParts, combinationsOf, domainOf } from "./questionnaire-domain.ts";
import { stateOf } from "./questionnaire-state.ts";

/**
 * What the test run of a questionnaire finds. `contradiction`: the condition alone can never hold; `neverShown`: it
 * could, but not together with the conditions before it; `unanswerable`: no answer is allowed.
 */
export const findingKinds = [
  "double",
  "unknownName",
  "later",
  "goneChoice",
  "contradiction",
  "neverShown",
  "alwaysShown",
  "unanswerable",
  "missingLanguage",
] as const;
export type Finding = {
  /** The name of the question or page. */
  readonly question: string;
  readonly kind: (typeof findingKinds)[number];
  /** The name, choice or language that it is about. */
  readonly about?: string | undefined;
};

const anyDay = "2026-01-01";

/** The conditions and calculations that decide what is shown. */
const conditionsOf = (question: Question): readonly Expression[] => {
  if (question.kind === "calculation") return [question.value];
  const lines = [
    ...("choices" in question ? question.choices : []),
    ...(question.kind === "matrix" ? question.rows : []),
  ];
  return [question.when, ...lines.map(({ when }) => when)].filter((when) => when !== undefined);
};

const rulesOf = (question: Question): readonly Expression[] =>
  "checks" in question ? (question.checks ?? []).map(({ rule }) => rule) : [];

const inNames = (questionnaire: Questionnaire): readonly Finding[] => {
  const questions = questionnaire.pages.flatMap((page) => page.questions);
  const order = new Map<string, number>();
  const found: Finding[] = [];
  questions.forEach((question, at) => {
    if (order.has(question.name)) found.push({ question: question.name, kind: "double" });
    order.set(question.name, at);
    order.set(otherOf(question), at);
  });
  const look = (of: string, at: number, expressions: readonly Expression[], mayBeLater: boolean): void => {
    for (const name of new Set(expressions.flatMap(namesIn))) {
      const place = order.get(name);
      if (place === undefined) found.push({ question: of, kind: "unknownName", about: name });
      else if (place >= at && !mayBeLater) found.push({ question: of, kind: "later", about: name });
    }
  };
  let at = 0;
  for (const page of questionnaire.pages) {
    if (page.when) look(page.name, at, [page.when], false);
    for (const question of page.questions) {
      look(question.name, at, conditionsOf(question), false);
      look(question.name, at, rulesOf(question), true);
      at += 1;
    }
  }
  return found;
};

/** A choice that a condition asks for and that the question no longer has. */
const goneChoices = (expression: Expression, questions: ReadonlyMap<string, Question>): readonly string[] =>
  allParts(expression).flatMap((part) => {
    const [answer, value] =
      part.is === "selected"
        ? [part.list, part.value]
        : part.is === "compare" && (part.by === "=" || part.by === "!=")
          ? [part.left, part.right]
          : [];
    if (answer?.is !== "answer" || value?.is !== "value" || value.value === "") return [];
    const question = questions.get(answer.of);
    if (!question || !("choices" in question) || (question.kind === "matrix") !== (answer.row !== undefined))
      return [];
    const wanted = String(value.value);
    const isThere = question.choices.some((choice) => choice.value === wanted);
    return isThere || (wanted === "other" && "other" in question && question.other) ? [] : [wanted];
  });

const isUnanswerable = (question: Question): boolean => {
  const over = (least: number | string | undefined, most: number | string | undefined): boolean =>
    least !== undefined && most !== undefined && least > most;
  if (question.kind === "number" && over(question.least, question.most)) return true;
  if (question.kind === "scale" && over(question.from, question.to)) return true;
  if (question.kind === "text" && over(question.shortest, question.longest)) return true;
  if (question.kind === "date" && over(question.earliest, question.latest)) return true;
  if (question.kind === "multiple") {
    const there = question.choices.length + (question.other ? 1 : 0);
    if (over(question.least, Math.min(question.most ?? there, there))) return true;
  }
  const rules = rulesOf(question);
  if (rules.length === 0 || rules.some((rule) => namesIn(rule).length > 0)) return false;
  if (rules.flatMap(allParts).some(({ is }) => is === "call")) return false;
  const domain = question.kind === "number" ? undefined : domainOf(question, rules);
  return (
    domain?.every((self) => !rules.every((rule) => holds(rule, { answers: {}, self, today: anyDay }))) ??
    false
  );
};

/** Only the questions that decide whether this one is shown; nothing of how they are filtered. */
const part = (questionnaire: Questionnaire, page: Page, target: Question): Questionnaire => {
  const places = new Map(
    questionnaire.pages.flatMap((of) => of.questions.map((question) => [question.name, { of, question }])),
  );
  const wanted = new Set([target.name]);
  const open = [
    ...namesIn({ is: "and", of: [page.when, ...own(target)].filter((one) => one !== undefined) }),
  ];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const place = places.get(name);
    if (!place || wanted.has(name)) continue;
    wanted.add(name);
    open.push(...[place.of.when, ...own(place.question)].flatMap((when) => (when ? namesIn(when) : [])));
  }
  return {
    ...questionnaire,
    pages: questionnaire.pages
      .map((of) => ({ ...of, questions: of.questions.filter(({ name }) => wanted.has(name)) }))
      .filter(({ questions }) => questions.length > 0),
  };
};

const own = (question: Question): readonly (Expression | undefined)[] =>
  question.kind === "calculation" ? [question.value] : [question.when];

/** Tries all answers: is the question ever shown, is it always? Says nothing where they are too many. */
const reached = (
  questionnaire: Questionnaire,
  page: Page,
  question: Question,
): Finding["kind"] | undefined => {
  const condition: Expression = {
    is: "and",
    of: [page.when, ...own(question)].filter((one) => one !== undefined),
  };
  if (question.kind === "calculation" || condition.of.length === 0) return undefined;
  const small = part(questionnaire, page, question);
  const others = {
    ...small,
    pages: small.pages.map((of) => ({ ...of, questions: of.questions.filter((one) => one !== question) })),
  };
  const known = new Set(others.pages.flatMap(({ questions }) => questions.map(({ name }) => name)));
  if (!namesIn(condition).every((name) => known.has(name))) return undefined;
  const deciding = small.pages.flatMap((of) => [of.when, ...of.questions.flatMap(own)]);
  const combinations = combinationsOf(
    others,
    deciding.filter((one) => one !== undefined),
  );
  if (!combinations) return undefined;
  const shown = combinations.filter((answers) => stateOf(small, answers, anyDay).visible.has(question.name));
  if (shown.length === combinations.length) return question.when ? "alwaysShown" : undefined;
  if (shown.length > 0) return undefined;
  const hasCalculation = others.pages.some(({ questions }) =>
    questions.some(({ kind }) => kind === "calculation"),
  );
  const isAlone =
    !hasCalculation && combinations.every((answers) => !holds(condition, { answers, today: anyDay }));
  return isAlone ? "contradiction" : "neverShown";
};

const missingIn = (question: Question, languages: readonly string[]): readonly string[] => {
  const said: Words[] = [question.label];
  if ("hint" in question && question.hint) said.push(question.hint);
  if ("choices" in question) said.push(...question.choices.map(({ label }) => label));
  if (question.kind === "matrix") said.push(...question.rows.map(({ label }) => label));
  if (question.kind === "calculation") return [];
  return languages.filter((language) => said.some((words) => !words[language]?.trim()));
};

/**
 * The test run of a questionnaire. It never gives a false alarm: what cannot be decided by trying all answers that
 * make a difference is passed over.
 */
export const checkQuestionnaire = (questionnaire: Questionnaire): readonly Finding[] => {
  const questions = new Map(
    questionnaire.pages.flatMap((page) => page.questions.map((question) => [question.name, question])),
  );
  const each = questionnaire.pages.flatMap((page) =>
    page.questions.flatMap((question): Finding[] => {
      const { name } = question;
      const gone = [...conditionsOf(question), ...rulesOf(question)].flatMap((one) =>
        goneChoices(one, questions),
      );
      const kind = reached(questionnaire, page, question);
      return [
        ...[...new Set(gone)].map((about): Finding => ({ question: name, kind: "goneChoice", about })),
        ...(kind ? [{ question: name, kind }] : []),
        ...(isUnanswerable(question) ? [{ question: name, kind: "unanswerable" } as const] : []),
        ...missingIn(question, questionnaire.languages).map(
          (about): Finding => ({ question: name, kind: "missingLanguage", about }),
        ),
      ];
    }),
  );
  return [...inNames(questionnaire), ...each];
};
