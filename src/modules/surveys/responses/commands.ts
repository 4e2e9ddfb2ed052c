import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { react, record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { Answers, type Questionnaire, questionsOf } from "#methods/questionnaire.ts";
import { stateOf } from "#methods/questionnaire-state.ts";
import { useCode } from "#modules/surveys/codes/commands.ts";
import { draftKey, findInvited, type Invited } from "#modules/surveys/codes/queries.ts";
import { may } from "#modules/surveys/policy.ts";
import { isOpen, type SurveyRow } from "#modules/surveys/queries.ts";
import { questionnaireOf } from "#modules/surveys/questionnaires/queries.ts";
import type { Way } from "#modules/surveys/vocabulary.ts";

export type DraftInput = {
  readonly version: number;
  readonly language: string;
  readonly page: string;
  readonly answers: Answers;
};

export type DraftRefusal = "closed" | "used" | "unknown" | "counters";

/** Can somebody with this code still answer? A survey with codes lets nobody in without one that was made for it. */
export const admit = async (
  ctx: Context,
  survey: SurveyRow,
  code: string,
): Promise<Outcome<Invited | undefined, "closed" | "used" | "unknown">> => {
  if (!isOpen(ctx, survey)) return refused("closed");
  if (survey.access === "open") return done(undefined);
  const invited = await findInvited(ctx, survey.id, code);
  if (!invited) return survey.access === "codes" ? refused("unknown") : done(undefined);
  return invited.answered ? refused("used") : done(invited);
};

/** Holds the rows of a survey still: many send together, whoever lays them anew does it alone. */
export const lockAnswering = async (
  ctx: Context,
  surveyId: SurveyRow["id"],
  how: "together" | "alone",
): Promise<void> => {
  const key = sql`hashtextextended(${`survey ${surveyId}`}, 0)`;
  if (how === "together") await sql`select pg_advisory_xact_lock_shared(${key})`.execute(ctx.db);
  else await sql`select pg_advisory_xact_lock(${key})`.execute(ctx.db);
};

/** Keeps what was answered so far under a code that only the respondent knows. */
export const saveDraft = async (
  ctx: Context,
  survey: SurveyRow,
  code: string,
  { version, language, page, answers }: DraftInput,
): Promise<Outcome<null, DraftRefusal>> => {
  if (survey.privacy === "counters") return refused("counters");
  await lockAnswering(ctx, survey.id, "together");
  const admitted = await admit(ctx, survey, code);
  if (!admitted.ok) return admitted;
  const kept = { version, language, page, answers: JSON.stringify(answers), changedOn: isoDay(ctx.now) };
  await ctx.db
    .insertInto("surveyDrafts")
    .values({ surveyId: survey.id, keyHash: draftKey(survey.id, code), ...kept })
    .onConflict((conflict) => conflict.columns(["placeId", "surveyId", "keyHash"]).doUpdateSet(kept))
    .execute();
  return done(null);
};

export type SendRefusal = "closed" | "used" | "unknown" | "gone" | "problems";

/**
 * Sends what was answered under a code, once: the draft goes, a code is marked as used, and an answer without any key
 * to either of them is kept. Two who send the same at once queue at the row of the draft.
 */
export const sendDraft = async (
  ctx: Context,
  survey: SurveyRow,
  code: string,
): Promise<Outcome<null, SendRefusal>> => {
  await lockAnswering(ctx, survey.id, "together");
  const draft = await ctx.db
    .selectFrom("surveyDrafts")
    .select(["id", "version", "language", "answers"])
    .where("surveyId", "=", survey.id)
    .where("keyHash", "=", draftKey(survey.id, code))
    .forUpdate()
    .executeTakeFirst();
  if (!draft) return refused("gone");
  const sent = await sendAnswers(ctx, survey, code, { ...draft, answers: Answers.parse(draft.answers) });
  if (sent.ok) await ctx.db.deleteFrom("surveyDrafts").where("id", "=", draft.id).execute();
  return sent;
};

/** Sends answers that were never kept as a draft: those of a survey that keeps only sums. */
export const sendAnswers = async (
  ctx: Context,
  survey: SurveyRow,
  code: string,
  { version, language, answers }: Omit<DraftInput, "page">,
): Promise<Outcome<null, SendRefusal>> => {
  await lockAnswering(ctx, survey.id, "together");
  const admitted = await admit(ctx, survey, code);
  if (!admitted.ok) return admitted;
  const questionnaire = await questionnaireOf(ctx, survey.id, version);
  if (!questionnaire) return refused("gone");
  const state = stateOf(questionnaire.content, answers, isoDay(ctx.now));
  if (state.problems.length > 0) return refused("problems");
  if (admitted.value) {
    const used = await useCode(ctx, survey.id, code);
    if (!used.ok) return used;
  }
  await keep(ctx, survey, questionnaire.content, {
    version,
    how: "web",
    rows: [{ answers: state.values, language, invited: admitted.value }],
  });
  // Not written down: an event would keep the moment, and who was signed in.
  await react(ctx, { name: "response.given", subjectId: survey.id, data: {} });
  return done(null);
};

type Row = {
  readonly answers: Answers;
  readonly language: string;
  readonly invited?: Pick<Invited, "organizationId" | "name"> | undefined;
};

type Rows = {
  readonly version: number;
  readonly how: Way;
  readonly batchId?: Id<"paperBatch"> | undefined;
  readonly rows: readonly Row[];
};

/** Keeps answers that the office typed in for others, as far as they fit the questions; what cannot be is left out. */
export const addResponses = async (ctx: Context, survey: SurveyRow, input: Rows): Promise<number> => {
  allow(may.write(ctx, survey));
  const questionnaire = await questionnaireOf(ctx, survey.id, input.version);
  if (!questionnaire) return 0;
  const rows = input.rows.map((row) => ({
    ...row,
    answers: possible(questionnaire.content, row.answers, ctx),
  }));
  await keep(ctx, survey, questionnaire.content, { ...input, rows });
  await record(ctx, "response.typed", survey.id, { count: rows.length, how: input.how });
  return rows.length;
};

// Paper may leave a required question out; it cannot tick what is not printed.
const bearable = new Set(["required", "row", "other", "tooFew", "check"]);

const possible = (content: Questionnaire, answers: Answers, { now }: Context): Answers => {
  const { values, problems } = stateOf(content, answers, isoDay(now));
  const wrong = new Set(problems.filter(({ kind }) => !bearable.has(kind)).map(({ question }) => question));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name)));
};

const keep = async (ctx: Context, survey: SurveyRow, content: Questionnaire, input: Rows): Promise<void> => {
  if (input.rows.length === 0) return;
  if (survey.privacy === "counters") return count(ctx, survey, content, input);
  const isNamed = survey.privacy === "named";
  const rows = input.rows.map(({ answers, language, invited }) => ({
    surveyId: survey.id,
    version: input.version,
    how: input.how,
    language,
    answeredOn: isoDay(ctx.now),
    answers: JSON.stringify(answers),
    batchId: input.batchId ?? null,
    organizationId: isNamed ? (invited?.organizationId ?? null) : null,
    respondent: isNamed ? (invited?.name ?? "") : "",
  }));
  for (let at = 0; at < rows.length; at += 1_000)
    await ctx.db
      .insertInto("responses")
      .values(rows.slice(at, at + 1_000))
      .execute();
};

/** What one answer adds to the sums: each ticked choice of each question, lines of tables on their own. */
const ticksOf = (content: Questionnaire, answers: Answers): readonly (readonly [string, string])[] =>
  questionsOf(content).flatMap(({ question }): [string, string][] => {
    const answer = answers[question.name];
    if (answer === undefined || question.kind === "calculation") return [];
    // Of a ranking only the first place is counted: the places after it would not add up to anything.
    if (Array.isArray(answer))
      return answer
        .slice(0, question.kind === "ranking" ? 1 : answer.length)
        .map((value) => [question.name, value]);
    if (typeof answer !== "object") return [[question.name, String(answer)]];
    return Object.entries(answer).map(([row, value]) => [`${question.name}.${row}`, value]);
  });

const count = async (
  ctx: Context,
  survey: SurveyRow,
  content: Questionnaire,
  { how, rows }: Rows,
): Promise<void> => {
  const sums = new Map<string, number>();
  const add = (question: string, value: string): void => {
    const key = JSON.stringify([question, value]);
    sums.set(key, (sums.get(key) ?? 0) + 1);
  };
  for (const { answers } of rows) {
    add("", "");
    for (const [question, value] of ticksOf(content, answers)) add(question, value);
  }
  // In one order, so that two who send at once wait for each other and never for both.
  const values = [...sums].sort().map(([key, sum]) => {
    const [question, value] = JSON.parse(key) as [string, string];
    return { surveyId: survey.id, question, value, how, count: sum };
  });
  await ctx.db
    .insertInto("surveyCounters")
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(["placeId", "surveyId", "question", "value", "how"])
        .doUpdateSet({ count: sql`survey_counters.count + excluded.count` }),
    )
    .execute();
};
