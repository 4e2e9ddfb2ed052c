import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { otherOf, type Questionnaire, questionsOf, type Words } from "#methods/questionnaire.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import type { TextReview } from "#modules/surveys/schema.ts";

type SurveyId = SurveyRow["id"];
export type Verdict = TextReview["verdict"];

/** Something people can answer in their own words: `name` is where the text lies, `question` what it belongs to. */
export type TextAsked = { readonly name: string; readonly question: string; readonly title: Words };

/** All free texts of a questionnaire; addresses and numbers asked for as such are never published. */
export const textsAsked = (content: Questionnaire): readonly TextAsked[] =>
  questionsOf(content).flatMap(({ question }): TextAsked[] => {
    const { name } = question;
    if (question.kind === "text")
      return question.format === undefined ? [{ name, question: name, title: question.label }] : [];
    const isOpen = question.kind === "organization" || ("other" in question && question.other !== undefined);
    return isOpen ? [{ name: otherOf(question), question: name, title: question.label }] : [];
  });

export type TextCount = { readonly name: string; readonly all: number; readonly read: number };

// Each text once, however many wrote it; what nobody typed anything into is no text.
const given = (surveyId: SurveyId, names: readonly string[]) => sql`
  select a.key as name, btrim(a.value #>> '{}', E' \t\r\n') as text, count(*)::int as count
  from responses r cross join lateral jsonb_each(r.answers) as a
  where r.survey_id = ${surveyId} and a.key = any(${names}::text[]) and jsonb_typeof(a.value) = 'string'
    and btrim(a.value #>> '{}', E' \t\r\n') <> ''
  group by 1, 2`;

const hash = sql`sha256(convert_to(given.text, 'UTF8'))`;

const reviewed = (surveyId: SurveyId, names: readonly string[]) => sql`
  (${given(surveyId, names)}) as given left join text_reviews v
    on v.survey_id = ${surveyId} and v.question = given.name and v.text_hash = ${hash}`;

/** How many different texts there are to each question, and how many of them somebody has read. */
export const countTexts = async (
  ctx: Context,
  surveyId: SurveyId,
  names: readonly string[],
): Promise<readonly TextCount[]> => {
  const { rows } = await sql<TextCount>`
    select given.name, count(*)::int as all, count(v.verdict)::int as read
    from ${reviewed(surveyId, names)} group by 1 limit 1000`.execute(ctx.db);
  return rows;
};

export type TextRow = {
  /** SHA-256 of the text, in hex. */
  readonly hash: string;
  readonly text: string;
  /** How many wrote exactly this. */
  readonly count: number;
  readonly verdict: Verdict | null;
  /** What is published instead of it, or as it is. */
  readonly words: string | null;
};

export const mostTexts = 300;

const columns = sql`encode(${hash}, 'hex') as hash, given.text, given.count, v.verdict, v.words`;

/** The texts to one question: those nobody has read first, in an order that tells nothing of when they came. */
export const listTexts = async (
  ctx: Context,
  surveyId: SurveyId,
  name: string,
): Promise<readonly TextRow[]> => {
  const { rows } = await sql<TextRow>`
    select ${columns} from ${reviewed(surveyId, [name])}
    order by v.verdict is not null, 1 limit ${mostTexts}`.execute(ctx.db);
  return rows;
};

/** One text to a question. */
export const findText = async (
  ctx: Context,
  surveyId: SurveyId,
  name: string,
  wanted: string,
): Promise<TextRow | undefined> => {
  const { rows } = await sql<TextRow>`
    select ${columns} from ${reviewed(surveyId, [name])} where encode(${hash}, 'hex') = ${wanted}
    limit 1`.execute(ctx.db);
  return rows[0];
};
