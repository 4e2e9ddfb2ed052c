import type { Question, Questionnaire } from "#methods/questionnaire.ts";
import { checkQuestionnaire, type Finding } from "#methods/questionnaire-check.ts";

/** What one may leave as it is: it costs nobody an answer. */
const hints: ReadonlySet<Finding["kind"]> = new Set(["alwaysShown", "missingLanguage"]);

/** Must this be mended before anybody is asked? */
export const isMistake = ({ kind }: Finding): boolean => !hints.has(kind);

/** Did the test run find nothing that must be mended? */
export const isSound = (content: Questionnaire): boolean => !checkQuestionnaire(content).some(isMistake);

/** Every kind of question that the editor can add. */
export const kinds = [
  "single",
  "multiple",
  "matrix",
  "scale",
  "ranking",
  "number",
  "text",
  "date",
  "municipality",
  "organization",
  "note",
  "calculation",
] as const;

/** The languages in which this question is not said completely. */
export const missingLanguages = ({ languages }: Questionnaire, question: Question): readonly string[] => {
  if (question.kind === "calculation") return [];
  const said = [
    question.label,
    ...("choices" in question ? question.choices.map(({ label }) => label) : []),
    ...(question.kind === "matrix" ? question.rows.map(({ label }) => label) : []),
  ];
  return languages.filter((language) => said.some((words) => !words[language]?.trim()));
};
