import { type Asked, evaluate, holds, type Value } from "./expression-value.ts";
import { type Answers, otherOf, type Page, type Question, type Questionnaire } from "./questionnaire.ts";
import { type Problem, problemsOf } from "./questionnaire-problems.ts";

export type ShownPage = { readonly page: Page; readonly questions: readonly Question[] };

/** A questionnaire as it stands with these answers. */
export type State = {
  /** The pages that have something to show, each with the questions that are shown, in order. */
  readonly pages: readonly ShownPage[];
  /** The names of everything that is shown. */
  readonly visible: ReadonlySet<string>;
  /** What counts: answers to questions that are shown, and what was calculated from them. */
  readonly values: Answers;
  readonly problems: readonly Problem[];
};

type Known = Record<string, Exclude<Value, undefined>>;

/** Keeps what is calculated, and forgets what was answered to a question that is not shown. */
const settle = (question: Question, shown: boolean, known: Known, today: string): void => {
  if (question.kind === "calculation") {
    const value = evaluate(question.value, { answers: known, today });
    if (value === undefined) delete known[question.name];
    else known[question.name] = value;
    return;
  }
  if (shown) return;
  delete known[question.name];
  delete known[otherOf(question)];
};

/**
 * What is shown, what counts and what is wrong with these answers. Questions are looked at in their order: an answer
 * to a question that is not shown does not count for those after it.
 */
export const stateOf = (questionnaire: Questionnaire, answers: Answers, today: string): State => {
  const known: Known = { ...answers };
  const visible = new Set<string>();
  const pages = questionnaire.pages.map((page): ShownPage => {
    const isOpen = holds(page.when, { answers: known, today });
    const questions = page.questions.filter((question) => {
      const when = question.kind === "calculation" ? undefined : question.when;
      const shown = isOpen && holds(when, { answers: known, today });
      settle(question, shown, known, today);
      if (!shown || question.kind === "calculation") return false;
      visible.add(question.name);
      return true;
    });
    return { page, questions };
  });
  const names = new Set(
    questionnaire.pages.flatMap(({ questions }) => questions.flatMap((q) => [q.name, otherOf(q)])),
  );
  const values = Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name)));
  const asked: Asked = { answers: values, today };
  const shown = pages.filter(({ questions }) => questions.length > 0);
  const problems = shown.flatMap(({ questions }) =>
    questions.flatMap((question) => problemsOf(question, asked)),
  );
  return { pages: shown, visible, values, problems };
};

/** What is wrong on one page only. */
export const problemsOnPage = (state: State, name: string): readonly Problem[] => {
  const questions = new Set(
    state.pages.find(({ page }) => page.name === name)?.questions.map((question) => question.name),
  );
  return state.problems.filter(({ question }) => questions.has(question));
};

/** The page after this one among those that are shown now; nothing after the last. */
export const pageAfter = (state: State, name: string): Page | undefined => {
  const index = state.pages.findIndex(({ page }) => page.name === name);
  return state.pages[index + 1]?.page;
};

/** The page before this one among those that are shown now; nothing before the first. */
export const pageBefore = (state: State, name: string): Page | undefined => {
  const index = state.pages.findIndex(({ page }) => page.name === name);
  return index > 0 ? state.pages[index - 1]?.page : undefined;
};
