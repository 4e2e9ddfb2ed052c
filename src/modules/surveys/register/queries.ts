import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { countResponses, type ResponseCount } from "#modules/surveys/responses/queries.ts";

/** Where a survey stands, in numbers. */
export type Standing = {
  readonly responses: ResponseCount;
  readonly invited: number;
  readonly releases: number;
};

/** How many are invited, have answered, and what is published. */
export const standingOf = async (ctx: Context, survey: SurveyRow): Promise<Standing> => {
  const { invited, releases } = await ctx.db
    .selectNoFrom((from) => [
      from
        .selectFrom("surveyInvitations")
        .select((count) => count.fn.countAll<string>().as("n"))
        .where("surveyId", "=", survey.id)
        .as("invited"),
      from
        .selectFrom("surveyReleases")
        .select((count) => count.fn.countAll<string>().as("n"))
        .where("surveyId", "=", survey.id)
        .where("state", "=", "published")
        .as("releases"),
    ])
    .executeTakeFirstOrThrow();
  return {
    responses: await countResponses(ctx, survey),
    invited: Number(invited),
    releases: Number(releases),
  };
};

/** How many answers each of these surveys has. */
export const countAnswers = async (
  ctx: Context,
  ids: readonly Id<"survey">[],
): Promise<ReadonlyMap<Id<"survey">, number>> => {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("responses")
    .select((from) => ["surveyId", from.fn.countAll<string>().as("n")])
    .where("surveyId", "in", [...ids])
    .groupBy("surveyId")
    .unionAll(
      ctx.db
        .selectFrom("surveyCounters")
        .select((from) => ["surveyId", from.fn.sum<string>("count").as("n")])
        .where("surveyId", "in", [...ids])
        .where("question", "=", "")
        .groupBy("surveyId"),
    )
    .execute();
  return new Map(
    rows.map(({ surveyId, n }): [Id<"survey">, number] => [surveyId as Id<"survey">, Number(n)]),
  );
};
