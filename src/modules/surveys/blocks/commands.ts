import { otherOf, type Page, type Questionnaire, questionsOf } from "#methods/questionnaire.ts";
import { freeName } from "#modules/surveys/editing/commands.ts";

/** The questions of a page with only the languages of the questionnaire; a language nobody has written stays away. */
const inLanguages = <T>(part: T, languages: readonly string[]): T => {
  const spoken = new Set(languages);
  const clean = (value: unknown, name?: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => clean(one));
    if (typeof value !== "object" || value === null) return value;
    const isWords =
      name !== undefined && ["label", "hint", "title", "text", "other", "low", "high"].includes(name);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isWords || spoken.has(key) || key === "de")
        .map(([key, one]) => [key, clean(one, key)]),
    );
  };
  return clean(part) as T;
};

/** Are questions of this page in the questionnaire already? */
export const isThere = (content: Questionnaire, page: Page): boolean => {
  const taken = new Set(questionsOf(content).flatMap(({ question }) => [question.name, otherOf(question)]));
  return page.questions.some(({ name }) => taken.has(name));
};

/** The questionnaire with these questions on a page at its end, or on its only page while that is empty. */
export const withBlock = (content: Questionnaire, page: Page): Questionnaire => {
  const names = new Set(content.pages.map(({ name }) => name));
  const own = inLanguages(page, content.languages);
  const named = names.has(page.name) ? { ...own, name: freeName(content, "seite") } : own;
  const [only] = content.pages;
  const isEmpty = content.pages.length === 1 && only?.questions.length === 0;
  return { ...content, pages: isEmpty ? [named] : [...content.pages, named] };
};
