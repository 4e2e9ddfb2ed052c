import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { Answers } from "#methods/questionnaire.ts";
import { draftKey } from "#modules/surveys/codes/queries.ts";
import type { Survey } from "#modules/surveys/schema.ts";
import type { Way } from "#modules/surveys/vocabulary.ts";

type SurveyId = Id<"survey">;

/** Answers that are not sent yet. */
export type Draft = {
  readonly version: number;
  readonly language: string;
  readonly page: string;
  readonly answers: Answers;
};

/** What was answered so far under this code. */
export const findDraft = async (
  ctx: Context,
  surveyId: SurveyId,
  code: string,
): Promise<Draft | undefined> => {
  const row = await ctx.db
    .selectFrom("surveyDrafts")
    .select(["version", "language", "page", "answers"])
    .where("surveyId", "=", surveyId)
    .where("keyHash", "=", draftKey(surveyId, code))
    .executeTakeFirst();
  return row && { ...row, answers: Answers.parse(row.answers) };
};

/** How many have answered, in all and by way. */
export type ResponseCount = { readonly all: number } & Readonly<Record<Way, number>>;

/** How many answers there are; of a survey that keeps only sums, how many were counted. */
export const countResponses = async (
  ctx: Context,
  { id, privacy }: Pick<Survey, "id" | "privacy">,
): Promise<ResponseCount> => {
  const rows =
    privacy === "counters"
      ? await ctx.db
          .selectFrom("surveyCounters")
          .select(["how", "count"])
          .where("surveyId", "=", id)
          .where("question", "=", "")
          .execute()
      : await ctx.db
          .selectFrom("responses")
          .select((from) => ["how", from.fn.countAll<number>().as("count")])
          .where("surveyId", "=", id)
          .groupBy("how")
          .execute();
  const of = (way: Way): number => Number(rows.find(({ how }) => how === way)?.count ?? 0);
  const [web, paper, phone] = [of("web"), of("paper"), of("phone")];
  return { all: web + paper + phone, web, paper, phone };
};

export type ResponseRow = {
  readonly id: Id<"response">;
  readonly version: number;
  readonly how: Way;
  readonly language: string;
  readonly answeredOn: string;
  readonly answers: Answers;
};

/** Answers as they were given, by their random id: `after` goes on where the last ones ended. */
export const readAnswers = async (
  ctx: Context,
  surveyId: SurveyId,
  { limit = 1_000, after }: { readonly limit?: number; readonly after?: Id<"response"> | undefined } = {},
): Promise<readonly ResponseRow[]> => {
  let query = ctx.db
    .selectFrom("responses")
    .select(["id", "version", "how", "language", "answeredOn", "answers"])
    .where("surveyId", "=", surveyId)
    .orderBy("id")
    .limit(limit);
  if (after) query = query.where("id", ">", after);
  const rows = await query.execute();
  // Checked when they were written.
  return rows.map((row) => ({ ...row, answers: row.answers as Answers }));
};

export type Counter = { readonly question: string; readonly value: string; readonly count: number };

/** What was counted of a survey that keeps only sums; lines of a table of questions stand as "question.line". */
export const listCounters = async (ctx: Context, surveyId: SurveyId): Promise<readonly Counter[]> => {
  const rows = await ctx.db
    .selectFrom("surveyCounters")
    .select((from) => ["question", "value", from.fn.sum<string>("count").as("count")])
    .where("surveyId", "=", surveyId)
    .where("question", "<>", "")
    .groupBy(["question", "value"])
    .limit(20_000)
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
};
