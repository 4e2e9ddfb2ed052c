import type { Context } from "#core/context.ts";
import type { SearchHit } from "#core/module.ts";
import { paths } from "#modules/surveys/paths.ts";
import { listPublicSurveys, type SurveyRow } from "#modules/surveys/queries.ts";
import { say } from "./messages.ts";

/** How many releases each of these surveys has. */
export const countReleases = async (
  ctx: Context,
  surveys: readonly SurveyRow[],
): Promise<ReadonlyMap<SurveyRow["id"], number>> => {
  if (surveys.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("surveyReleases")
    .select((from) => ["surveyId", from.fn.countAll<string>().as("n")])
    .where(
      "surveyId",
      "in",
      surveys.map(({ id }) => id),
    )
    .where("state", "=", "published")
    .groupBy("surveyId")
    .execute();
  return new Map(rows.map(({ surveyId, n }) => [surveyId, Number(n)]));
};

/** The surveys in whose name all these words stand. */
export const searchSurveys = async (ctx: Context, words: string): Promise<readonly SearchHit[]> => {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return [];
  const surveys = await listPublicSurveys(ctx);
  return surveys
    .filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)))
    .slice(0, 5)
    .map(({ title, slug, organization }) => ({
      kind: say(ctx)("kind"),
      title,
      href: paths.answer(slug),
      text: organization ?? ctx.place.name,
      rank: 0.5,
    }));
};
