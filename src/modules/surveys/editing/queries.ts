import type { Questionnaire } from "#methods/questionnaire.ts";
import { checkQuestionnaire, type Finding } from "#methods/questionnaire-check.ts";

/** What one may leave as it is: it costs nobody an answer. */
const hints: ReadonlySet<Finding["kind"]> = new Set(["alwaysShown", "missingLanguage"]);

/** Must this be mended before anybody is asked? */
export const isMistake = ({ kind }: Finding): boolean => !hints.has(kind);

/** Did the test run find nothing that must be mended? */
export const isSound = (content: Questionnaire): boolean => !checkQuestionnaire(content).some(isMistake);
