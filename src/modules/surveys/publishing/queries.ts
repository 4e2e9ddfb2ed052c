import * as z from "zod";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { day, line, many, paragraph } from "#core/input.ts";
import { questionsOf, wordsIn } from "#methods/questionnaire.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import type { ComputeRefusal, DraftRefusal, PublishRefusal } from "#modules/surveys/releases/commands.ts";
import { say } from "./messages.ts";

export type Choice = { readonly value: string; readonly label: string; readonly crosses: boolean };

const name = z.string().max(120);

/** The form of a release. */
export const ReleaseForm = z.object({
  standOn: day,
  questions: many(name, 300),
  crossRow: name.optional(),
  crossColumn: name.optional(),
  title: line(300).optional(),
  words: paragraph(20_000).optional(),
  author: line(300).optional(),
});

/** What was sent, as the commands take it. */
export const inputOf = ({
  crossRow,
  crossColumn,
  title = "",
  words = "",
  author = "",
  ...rest
}: z.output<typeof ReleaseForm>) => ({
  ...rest,
  title,
  words,
  author,
  crossings:
    crossRow && crossColumn && crossRow !== crossColumn ? [{ row: crossRow, column: crossColumn }] : [],
});

const crossable = new Set(["single", "scale", "municipality", "number"]);

/** The questions that can be published. */
export const choicesOf = async (ctx: Context, survey: SurveyRow): Promise<readonly Choice[]> => {
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  const first = content.languages[0] ?? "de";
  return questionsOf(content).flatMap(({ question }) => {
    if (question.kind === "note" || question.kind === "calculation" || question.kind === "date") return [];
    const label = wordsIn(question.label, ctx.language, first).slice(0, 200);
    return [
      { value: question.name, label, crosses: survey.privacy !== "counters" && crossable.has(question.kind) },
    ];
  });
};

/** Why not, in words. */
export const refused = (
  ctx: Context,
  because: DraftRefusal | ComputeRefusal | PublishRefusal,
  k = 5,
): string => {
  const words = say(ctx);
  if (because === "tooFew" || because === "tooFewNew") return words(`refused_${because}`, { k });
  return words(`refused_${because}`);
};

/** The field a refusal is about. */
export const fieldOf = (because: DraftRefusal): string => (because === "nothing" ? "questions" : "standOn");
