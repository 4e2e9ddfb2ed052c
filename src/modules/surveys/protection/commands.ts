import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import type { Answers, Questionnaire } from "#methods/questionnaire.ts";
import { type Counted, countAnswers, countSums, crossAnswers } from "#methods/survey-count.ts";
import type { ProtectedRelease } from "#methods/survey-release.ts";
import type { Earlier, Snapshot } from "#methods/survey-release-system.ts";
import { nameCounted } from "#modules/surveys/counts/queries.ts";
import { namesFor } from "#modules/surveys/directory/queries.ts";
import { findSurvey, type SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { findRelease, type ReleaseContent, type ReleaseRow } from "#modules/surveys/releases/queries.ts";
import { listCounters } from "#modules/surveys/responses/queries.ts";
import { textsAsked } from "#modules/surveys/texts/queries.ts";

type SurveyId = Id<"survey">;
type ReleaseId = Id<"surveyRelease">;

export type Begun = { readonly snapshot: Snapshot; readonly earlier: readonly Earlier[]; readonly k: number };

const answersUntil = async (ctx: Context, surveyId: SurveyId, day: string): Promise<readonly Answers[]> => {
  const rows = await ctx.db
    .selectFrom("responses")
    .select("answers")
    .where("surveyId", "=", surveyId)
    .where("answeredOn", "<=", day)
    .limit(200_000)
    .execute();
  // Checked when they were written.
  return rows.map(({ answers }) => answers as Answers);
};

const chosen = (counted: readonly Counted[], { questions }: ReleaseRow): readonly Counted[] =>
  counted.filter(({ question }) => questions.includes(question));

const snapshotOf = async (
  ctx: Context,
  survey: SurveyRow,
  questionnaire: Questionnaire,
  release: ReleaseRow,
): Promise<Snapshot> => {
  const { named } = await namesFor(ctx, questionnaire);
  if (survey.privacy === "counters") {
    const sums = await listCounters(ctx, survey.id);
    const all = await ctx.db
      .selectFrom("surveyCounters")
      .select((from) => from.fn.sum<string>("count").as("count"))
      .where("surveyId", "=", survey.id)
      .where("question", "=", "")
      .executeTakeFirst();
    const answered = Number(all?.count ?? 0);
    return {
      answered,
      counted: chosen(nameCounted(countSums(questionnaire, sums, answered), named), release),
      crossed: [],
    };
  }
  const answers = await answersUntil(ctx, survey.id, release.standOn);
  const counted = chosen(nameCounted(countAnswers(questionnaire, answers), named), release);
  const find = (name: string) => counted.find(({ question, adds }) => question === name && adds === "parts");
  const crossed = release.crossings.flatMap(({ row, column }) => {
    const [first, second] = [find(row), find(column)];
    return first && second ? [crossAnswers(first, second, answers, questionnaire)] : [];
  });
  return { answered: answers.length, counted, crossed };
};

const earlierOf = async (ctx: Context, surveyId: SurveyId): Promise<readonly Earlier[]> => {
  const rows = await ctx.db
    .selectFrom("surveyReleases")
    .select(["counts", "content"])
    .where("surveyId", "=", surveyId)
    .where("state", "=", "published")
    .orderBy("number")
    .limit(200)
    .execute();
  return rows.map(({ counts, content }) => ({
    snapshot: counts as Snapshot,
    release: content as ReleaseContent,
  }));
};

/** The house begins to protect a release: its true counts are kept from now on, and those of all earlier ones come along. */
export const beginProtection = async (
  ctx: Context,
  surveyId: SurveyId,
  id: ReleaseId,
): Promise<Begun | undefined> => {
  const survey = await findSurvey(ctx, surveyId);
  const release = await findRelease(ctx, surveyId, id);
  const questionnaire = await currentQuestionnaire(ctx, surveyId);
  if (!survey || !questionnaire || release?.state !== "computing") return undefined;
  const snapshot = await snapshotOf(ctx, survey, questionnaire.content, release);
  await ctx.db
    .updateTable("surveyReleases")
    .set({ counts: JSON.stringify(snapshot), answered: snapshot.answered })
    .where("id", "=", id)
    .execute();
  return { snapshot, earlier: await earlierOf(ctx, surveyId), k: release.threshold };
};

const textsOf = async (
  ctx: Context,
  surveyId: SurveyId,
  { questions }: ReleaseRow,
  content: Questionnaire,
) => {
  const wanted = textsAsked(content).filter(({ question }) => questions.includes(question));
  if (wanted.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("textReviews")
    .select(["question", "words"])
    .where("surveyId", "=", surveyId)
    .where("verdict", "in", ["shown", "shortened"])
    .where(
      "question",
      "in",
      wanted.map(({ name }) => name),
    )
    .orderBy("words")
    .limit(2_000)
    .execute();
  const byQuestion = Map.groupBy(rows, ({ question }) => question);
  return wanted.flatMap(({ name, title }) => {
    const texts = (byQuestion.get(name) ?? []).map(({ words }) => words);
    return texts.length > 0 ? [{ question: name, title, texts }] : [];
  });
};

/** Keeps what came out, unless somebody has stopped it. How many releases it knew of stands with it. */
export const finishProtection = async (
  ctx: Context,
  surveyId: SurveyId,
  id: ReleaseId,
  { release, inferences, leaks }: ProtectedRelease,
  known: number,
): Promise<void> => {
  const row = await findRelease(ctx, surveyId, id);
  const questionnaire = await currentQuestionnaire(ctx, surveyId);
  if (row?.state !== "computing" || !questionnaire) return;
  const texts = await textsOf(ctx, surveyId, row, questionnaire.content);
  const content: ReleaseContent = { ...release, texts };
  await ctx.db
    .updateTable("surveyReleases")
    .set({
      state: "computed",
      content: JSON.stringify(content),
      attack: JSON.stringify({ inferences, leaks }),
      progress: sql`to_jsonb(${known}::integer)`,
    })
    .where("id", "=", id)
    .execute();
  await record(ctx, "survey_release.computed", id, { surveyId });
};

/** Notes that the computation failed; the draft is there again. */
export const failProtection = (ctx: Context, id: ReleaseId, failed: string) =>
  ctx.db
    .updateTable("surveyReleases")
    .set({ state: "draft", failed: failed.slice(0, 500), progress: null })
    .where("id", "=", id)
    .where("state", "=", "computing")
    .execute();

/** Keeps the paper of a published release. */
export const keepReleasePaper = (ctx: Context, id: ReleaseId, fileId: Id<"file">) =>
  ctx.db
    .updateTable("surveyReleases")
    .set({ fileId })
    .where("id", "=", id)
    .where("fileId", "is", null)
    .execute();

/** Notes how far the computation is; answers whether somebody has stopped it. */
export const noteRelease = async (ctx: Context, id: ReleaseId, percent: number): Promise<boolean> => {
  const changed = await ctx.db
    .updateTable("surveyReleases")
    .set({ progress: sql`to_jsonb(${Math.min(99, Math.floor(percent))}::integer)` })
    .where("id", "=", id)
    .where("state", "=", "computing")
    .executeTakeFirst();
  return changed.numUpdatedRows === 0n;
};
