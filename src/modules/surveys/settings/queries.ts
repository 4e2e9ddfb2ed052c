import { isoDay } from "#core/date.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { type Question, type Questionnaire, questionsOf } from "#methods/questionnaire.ts";
import type { Quota } from "#modules/surveys/commands.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";

/** The end of a last day, as the moment at which the survey closes. */
export const closingOf = (day: string | undefined): Date | null =>
  day === undefined ? null : instantAt(plusDays(day, 1));

/** The last day on which one can answer. */
export const lastDayOf = ({ closesAt }: Pick<SurveyRow, "closesAt">): string | undefined =>
  closesAt === null ? undefined : isoDay(new Date(+closesAt - 1));

export type QuotaReading =
  | { readonly ok: true; readonly quotas: readonly Quota[] }
  | { readonly ok: false; readonly line: number; readonly because: "shape" }
  | {
      readonly ok: false;
      readonly line: number;
      readonly because: "unknown";
      readonly question: string;
      readonly value: string;
    };

const hasChoice = (question: Question | undefined, value: string): boolean =>
  question !== undefined &&
  "choices" in question &&
  (question.choices.some((choice) => choice.value === value) ||
    (value === "other" && "other" in question && question.other !== undefined));

const shape = /^\s*([^=\s]+)\s*=\s*([^=]+?)\s*=\s*(\d{1,6})\s*$/u;

/** Reads "sector = civil = 40", one a line, against the questions of the survey. */
export const readQuotas = (text: string, content: Questionnaire): QuotaReading => {
  const questions = new Map(questionsOf(content).map(({ question }) => [question.name, question]));
  const quotas: Quota[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [, question, value, wanted] = shape.exec(line) ?? [];
    if (question === undefined || value === undefined)
      return { ok: false, line: index + 1, because: "shape" };
    if (!hasChoice(questions.get(question), value))
      return { ok: false, line: index + 1, because: "unknown", question, value };
    quotas.push({ question, value, wanted: Number(wanted) });
  }
  return { ok: true, quotas };
};

/** The quotas as their form shows them. */
export const quotasInText = (quotas: unknown): string =>
  Array.isArray(quotas)
    ? (quotas as readonly Quota[])
        .map(({ question, value, wanted }) => `${question} = ${value} = ${wanted}`)
        .join("\n")
    : "";
