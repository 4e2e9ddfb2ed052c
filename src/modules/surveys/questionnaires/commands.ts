import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { otherOf, Questionnaire, questionsOf } from "#methods/questionnaire.ts";
import { may } from "#modules/surveys/policy.ts";
import { findSurvey } from "#modules/surveys/queries.ts";

type SurveyId = Id<"survey">;
export type Saved = { readonly version: number; readonly revision: number };
export type SaveRefusal = "changedMeanwhile" | "invalid" | "double" | "closed";

/** Two questions of one name, or one whose name is that of the text beside "other", would share an answer. */
const hasDoubles = (content: Questionnaire): boolean => {
  const names = questionsOf(content).flatMap(({ question }) => [
    question.name,
    ...("other" in question && question.other ? [otherOf(question)] : []),
  ]);
  const pages = content.pages.map(({ name }) => name);
  return new Set(names).size < names.length || new Set(pages).size < pages.length;
};

const isAnswered = async (ctx: Context, surveyId: SurveyId, version: number): Promise<boolean> => {
  const { answered } = await ctx.db
    .selectNoFrom((from) => [
      from
        .or([
          from.exists(
            from
              .selectFrom("responses")
              .select("id")
              .where("surveyId", "=", surveyId)
              .where("version", "=", version),
          ),
          from.exists(
            from
              .selectFrom("surveyDrafts")
              .select("id")
              .where("surveyId", "=", surveyId)
              .where("version", "=", version),
          ),
          from.exists(
            from
              .selectFrom("surveyCounters")
              .select("count")
              .where("surveyId", "=", surveyId)
              .where("count", ">", 0),
          ),
          from.exists(
            from
              .selectFrom("paperBatches")
              .select("id")
              .where("surveyId", "=", surveyId)
              .where("version", "=", version),
          ),
        ])
        .as("answered"),
    ])
    .executeTakeFirstOrThrow();
  return Boolean(answered);
};

// PostgreSQL takes no NUL in a text, and half a surrogate pair is none.
const storable = (content: unknown): unknown =>
  JSON.parse(JSON.stringify(content), (_, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\u0000", "").toWellFormed() : value,
  );

/**
 * Keeps the questions of a survey. `revision` is the one that was read: if somebody has written since, nothing is
 * overwritten. A version that has answers stays as it is and a new one is made.
 */
export const saveQuestionnaire = async (
  ctx: Context,
  surveyId: SurveyId,
  content: unknown,
  revision: number,
): Promise<Outcome<Saved, SaveRefusal>> => {
  const survey = found(await findSurvey(ctx, surveyId));
  allow(may.write(ctx, survey));
  if (survey.state === "closed") return refused("closed");
  const read = Questionnaire.safeParse(storable(content));
  if (!read.success) return refused("invalid");
  if (hasDoubles(read.data)) return refused("double");
  const newest = await ctx.db
    .selectFrom("questionnaires")
    .select(["version", "revision", "content"])
    .where("surveyId", "=", surveyId)
    .orderBy("version", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (newest.revision !== revision) return refused("changedMeanwhile");
  const saved = await write(ctx, surveyId, read.data, newest);
  await record(ctx, "questionnaire.saved", surveyId, { ...saved });
  return done(saved);
};

const write = async (
  ctx: Context,
  surveyId: SurveyId,
  content: Questionnaire,
  newest: Saved & { readonly content: unknown },
): Promise<Saved> => {
  const revision = newest.revision + 1;
  const text = JSON.stringify(content);
  const before = JSON.stringify(newest.content);
  if (await isAnswered(ctx, surveyId, newest.version)) {
    const version = newest.version + 1;
    const madeBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
    await ctx.db
      .insertInto("questionnaires")
      .values({ surveyId, version, revision, content: text, before, madeBy })
      .execute();
    return { version, revision };
  }
  await ctx.db
    .updateTable("questionnaires")
    .set({ content: text, before, revision, changedAt: ctx.now })
    .where("surveyId", "=", surveyId)
    .where("version", "=", newest.version)
    .execute();
  return { version: newest.version, revision };
};

/** Takes the last change back, once; again, and it is there again. */
export const undoLast = async (
  ctx: Context,
  surveyId: SurveyId,
  revision: number,
): Promise<Outcome<Saved, SaveRefusal | "nothing">> => {
  const newest = await ctx.db
    .selectFrom("questionnaires")
    .select("before")
    .where("surveyId", "=", surveyId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest?.before) return refused("nothing");
  return saveQuestionnaire(ctx, surveyId, newest.before, revision);
};
