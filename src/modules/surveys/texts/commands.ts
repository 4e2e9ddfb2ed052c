import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { findText, textsAsked, type Verdict } from "./queries.ts";

type Read = {
  readonly name: string;
  readonly hash: string;
  /** What may be published: the text as it is, or shortened; nothing hides it. */
  readonly words: string | null;
};

const verdictOf = (text: string, words: string | null): Verdict =>
  words === null ? "hidden" : words === text ? "shown" : "shortened";

/**
 * Keeps what somebody decided about a text after reading it; it can be decided anew, which changes no release that is
 * published. Nobody is made to say more than they did: what is published is never longer than what was written.
 */
export const reviewText = async (
  ctx: Context,
  surveyId: SurveyRow["id"],
  { name, hash, words }: Read,
): Promise<Outcome<Verdict, "longer">> => {
  const survey = await surveyToWrite(ctx, surveyId);
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  found(textsAsked(content).find((one) => one.name === name));
  const { text } = found(await findText(ctx, survey.id, name, hash));
  if (words !== null && words.length > text.length) return refused("longer");
  const verdict = verdictOf(text, words);
  const kept = {
    verdict,
    words: words ?? "",
    reviewedBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    reviewedAt: ctx.now,
  };
  await ctx.db
    .insertInto("textReviews")
    .values({ surveyId: survey.id, question: name, textHash: Buffer.from(hash, "hex"), ...kept })
    .onConflict((conflict) =>
      conflict.columns(["placeId", "surveyId", "question", "textHash"]).doUpdateSet(kept),
    )
    .execute();
  await record(ctx, "survey_text.reviewed", survey.id, { question: name, verdict });
  return done(verdict);
};
