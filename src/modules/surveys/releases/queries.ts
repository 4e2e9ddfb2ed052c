import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Words } from "#methods/questionnaire.ts";
import type { Inference, Release } from "#methods/survey-release-system.ts";
import type { SurveyRelease } from "#modules/surveys/schema.ts";

type SurveyId = Id<"survey">;
type ReleaseId = Id<"surveyRelease">;

/** What is frozen of a release: the protected figures, and the free texts that somebody has read. */
export type ReleaseContent = Release & {
  readonly texts: readonly {
    readonly question: string;
    readonly title: Words;
    readonly texts: readonly string[];
  }[];
};

export type Crossing = { readonly row: string; readonly column: string };

/** What an attacker could infer, and whether anything forbidden is among it. */
export type Attack = { readonly inferences: readonly Inference[]; readonly leaks: number };

export type ReleaseRow = Omit<SurveyRelease, "content" | "crossings" | "attack" | "counts" | "progress"> & {
  readonly content: ReleaseContent | null;
  readonly crossings: readonly Crossing[];
  readonly attack: Attack | null;
  /** 0 to 100 while it is computed. */
  readonly progress: number | null;
};

const columns = [
  "placeId",
  "id",
  "surveyId",
  "number",
  "state",
  "standOn",
  "threshold",
  "questions",
  "crossings",
  "title",
  "words",
  "author",
  "answered",
  "population",
  "content",
  "attack",
  "progress",
  "failed",
  "contentHash",
  "fileId",
  "madeBy",
  "madeAt",
  "publishedBy",
  "publishedAt",
] as const;

// Written by the house, in these shapes.
const typed = (row: Omit<SurveyRelease, "counts">): ReleaseRow => ({
  ...row,
  content: row.content as ReleaseContent | null,
  crossings: row.crossings as readonly Crossing[],
  attack: row.attack as Attack | null,
  progress: row.progress as number | null,
});

const of = (ctx: Context, surveyId: SurveyId) =>
  ctx.db.selectFrom("surveyReleases").select(columns).where("surveyId", "=", surveyId);

/** One release in whatever state; whoever asks must be allowed to write the survey. */
export const findRelease = async (
  ctx: Context,
  surveyId: SurveyId,
  id: ReleaseId,
): Promise<ReleaseRow | undefined> => {
  const row = await of(ctx, surveyId).where("id", "=", id).executeTakeFirst();
  return row && typed(row);
};

/** All releases of a survey, drafts first, then by number from the newest. */
export const listReleases = async (ctx: Context, surveyId: SurveyId): Promise<readonly ReleaseRow[]> => {
  const rows = await of(ctx, surveyId)
    .orderBy((from) => from.fn.coalesce("number", from.lit(100_000)), "desc")
    .orderBy("madeAt", "desc")
    .limit(200)
    .execute();
  return rows.map(typed);
};

/** The published ones, newest first. */
export const listPublished = async (ctx: Context, surveyId: SurveyId): Promise<readonly ReleaseRow[]> => {
  const rows = await of(ctx, surveyId)
    .where("state", "=", "published")
    .orderBy("number", "desc")
    .limit(200)
    .execute();
  return rows.map(typed);
};

/** The ids of the published questions, for the threads that hang on them. */
export const listFindings = (ctx: Context, releaseId: ReleaseId) =>
  ctx.db
    .selectFrom("surveyFindings")
    .select(["id", "question", "title"])
    .where("releaseId", "=", releaseId)
    .orderBy("position")
    .limit(500)
    .execute();
