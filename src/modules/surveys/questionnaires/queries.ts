import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { Questionnaire } from "#methods/questionnaire.ts";

type SurveyId = Id<"survey">;

/** The questions of a survey in one version; `revision` counts the changes to it. */
export type QuestionnaireRow = {
  readonly version: number;
  readonly revision: number;
  readonly changedAt: Date;
  readonly content: Questionnaire;
};

const fields = (ctx: Context, surveyId: SurveyId) =>
  ctx.db
    .selectFrom("questionnaires")
    .select(["version", "revision", "changedAt", "content"])
    .where("surveyId", "=", surveyId);

type Raw = Omit<QuestionnaireRow, "content"> & { readonly content: unknown };

const parsed = (row: Raw | undefined): QuestionnaireRow | undefined =>
  row && { ...row, content: Questionnaire.parse(row.content) };

/** What is asked now: the newest version. */
export const currentQuestionnaire = async (
  ctx: Context,
  surveyId: SurveyId,
): Promise<QuestionnaireRow | undefined> =>
  parsed(await fields(ctx, surveyId).orderBy("version", "desc").limit(1).executeTakeFirst());

/** What was asked in one version. */
export const questionnaireOf = async (
  ctx: Context,
  surveyId: SurveyId,
  version: number,
): Promise<QuestionnaireRow | undefined> =>
  parsed(await fields(ctx, surveyId).where("version", "=", version).executeTakeFirst());
