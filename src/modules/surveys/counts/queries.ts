import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { type Answers, type Questionnaire, questionsOf } from "#methods/questionnaire.ts";
import { type Counted, type Crossed, countSums, crossAnswers, type ValueSum } from "#methods/survey-count.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { listCounters } from "#modules/surveys/responses/queries.ts";

type Asked = Pick<SurveyRow, "id" | "privacy">;

// Never counted: what is written freely, and what nobody was asked.
const uncounted = new Set(["text", "date", "note", "calculation"]);

const namesOf = (content: Questionnaire) => {
  const questions = questionsOf(content).flatMap(({ question }) =>
    uncounted.has(question.kind) ? [] : [question],
  );
  return {
    all: questions.map(({ name }) => name),
    rankings: questions.flatMap(({ kind, name }) => (kind === "ranking" ? [name] : [])),
  };
};

/** The sums of all answers, and how many answered each question (`value` null), added up by the database. */
const sumAnswers = async (
  ctx: Context,
  surveyId: SurveyRow["id"],
  content: Questionnaire,
): Promise<readonly { question: string; value: string | null; count: number }[]> => {
  const { all, rankings } = namesOf(content);
  const { rows } = await sql<{ question: string; value: string | null; count: number }>`
    with given as (
      select a.key, a.value, jsonb_typeof(a.value) as kind
      from responses r cross join lateral jsonb_each(r.answers) as a
      where r.survey_id = ${surveyId} and a.key = any(${all}::text[])),
    sums as (
      select key as question, value #>> '{}' as value, count(*) as count from given
      where kind in ('string', 'number', 'boolean') and value <> '""' group by 1, 2
      union all
      select g.key, one.value, count(*) from given g
        cross join lateral jsonb_array_elements_text(g.value) with ordinality as one(value, place)
      where g.kind = 'array' and (one.place = 1 or g.key <> all(${rankings}::text[])) group by 1, 2
      union all
      select g.key || '.' || line.key, line.value, count(*) from given g
        cross join lateral jsonb_each_text(g.value) as line
      where g.kind = 'object' and line.value <> '' group by 1, 2)
    select question, value, count::int from sums
    union all
    select key, null, count(*)::int from given where kind = 'array' and value <> '[]' group by 1
    limit 20000`.execute(ctx.db);
  return rows;
};

/** What was answered so far, question by question; `all` is the number of respondents. */
export const countNow = async (
  ctx: Context,
  survey: Asked,
  content: Questionnaire,
  all: number,
): Promise<readonly Counted[]> => {
  if (survey.privacy === "counters") return countSums(content, await listCounters(ctx, survey.id), all);
  const rows = await sumAnswers(ctx, survey.id, content);
  const sums = rows.flatMap(({ value, ...row }): ValueSum[] => (value === null ? [] : [{ ...row, value }]));
  return countSums(content, sums, all, basesOf(rows));
};

/** Of questions with one answer the sums add up to those who answered; of those with several they are counted apart. */
const basesOf = (
  rows: readonly { question: string; value: string | null; count: number }[],
): ReadonlyMap<string, number> => {
  const apart = new Map(
    rows.flatMap(({ question, value, count }) => (value === null ? [[question, count] as const] : [])),
  );
  const together = new Map<string, number>();
  for (const { question, count } of rows) together.set(question, (together.get(question) ?? 0) + count);
  return new Map([...together, ...apart]);
};

/** Where organizations and municipalities were chosen: their names instead of their keys. */
export const nameCounted = (
  counted: readonly Counted[],
  names: ReadonlyMap<string, string>,
): readonly Counted[] =>
  counted.map((one) =>
    one.kind === "organization" || one.kind === "municipality"
      ? {
          ...one,
          counts: one.counts.map((count) => ({
            ...count,
            label: { de: names.get(count.value) ?? count.value },
          })),
        }
      : one,
  );

/** Two questions, by their names. */
export type Pair = { readonly row: string; readonly column: string };

/** Two questions with one answer each can be crossed; of a survey that keeps only sums nobody knows any more. */
export const canBeCrossed = ({ privacy }: Pick<Asked, "privacy">, counted: Counted): boolean =>
  privacy !== "counters" && counted.adds === "parts" && counted.row === undefined;

/** Two questions together: how many gave which pair of answers. */
export const crossNow = async (
  ctx: Context,
  { id }: Asked,
  content: Questionnaire,
  [row, column]: readonly [Counted, Counted],
): Promise<Crossed> => {
  const { rows } = await sql<{ answers: Answers; count: number }>`
    select jsonb_strip_nulls(jsonb_build_object(
        ${row.question}::text, first, ${column.question}::text, second)) as answers, count
    from (
      select answers -> ${row.question} as first, answers -> ${column.question} as second, count(*)::int as count
      from responses where survey_id = ${id} group by 1, 2 limit 20000) as pairs`.execute(ctx.db);
  return crossAnswers(row, column, repeated(rows), content);
};

/** Each pair as often as it was given. */
function* repeated(rows: readonly { readonly answers: Answers; readonly count: number }[]) {
  for (const { answers, count } of rows) for (let at = 0; at < count; at += 1) yield answers;
}
