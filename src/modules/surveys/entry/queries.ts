import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { type Answers, type Questionnaire, questionsOf, wordsIn } from "#methods/questionnaire.ts";
import { canonicalJson } from "#methods/report-data.ts";
import type { PaperBatch, PaperEntry } from "#modules/surveys/schema.ts";

type BatchId = Id<"paperBatch">;

/** How often an answer was counted by hand before typing. */
export type Total = { readonly question: string; readonly value: string; readonly count: number };

export type BatchRow = Omit<PaperBatch, "totals"> & {
  readonly totals: readonly Total[];
  readonly typed: number;
};

export type EntryRow = Pick<PaperEntry, "sheet" | "pass"> & { readonly answers: Answers };

const batches = (ctx: Context, surveyId: Id<"survey">) =>
  ctx.db
    .selectFrom("paperBatches")
    .selectAll("paperBatches")
    .select((from) =>
      from
        .selectFrom("paperEntries")
        .select((inner) => inner.fn.countAll<string>().as("n"))
        .whereRef("paperEntries.placeId", "=", "paperBatches.placeId")
        .whereRef("paperEntries.batchId", "=", "paperBatches.id")
        .where("pass", "=", 1)
        .as("typed"),
    )
    .where("surveyId", "=", surveyId);

type Raw = PaperBatch & { readonly typed: string | null };

// Written by the house, in this shape.
const shaped = (row: Raw): BatchRow => ({
  ...row,
  totals: row.totals as readonly Total[],
  typed: Number(row.typed ?? 0),
});

/** The piles of a survey, newest first. */
export const listBatches = async (ctx: Context, surveyId: Id<"survey">): Promise<readonly BatchRow[]> => {
  const rows = await batches(ctx, surveyId).orderBy("number", "desc").limit(200).execute();
  return rows.map(shaped);
};

export const findBatch = async (
  ctx: Context,
  surveyId: Id<"survey">,
  id: BatchId,
): Promise<BatchRow | undefined> => {
  const row = await batches(ctx, surveyId).where("paperBatches.id", "=", id).executeTakeFirst();
  return row && shaped(row);
};

/** Everything that was typed of a pile so far, sheet by sheet. */
export const listEntries = async (ctx: Context, batchId: BatchId): Promise<readonly EntryRow[]> => {
  const rows = await ctx.db
    .selectFrom("paperEntries")
    .select(["sheet", "pass", "answers"])
    .where("batchId", "=", batchId)
    .orderBy("sheet")
    .orderBy("pass")
    .limit(4_000)
    .execute();
  return rows.map((row) => ({ ...row, answers: row.answers as Answers }));
};

const has = (answers: Answers, { question, value }: Total): boolean => {
  const answer = answers[question];
  return Array.isArray(answer) ? answer.includes(value) : answer !== undefined && String(answer) === value;
};

export type Comparison = Total & { readonly typed: number };

/** What was counted by hand beside what was typed. */
export const compareTotals = ({ totals }: BatchRow, entries: readonly EntryRow[]): readonly Comparison[] =>
  totals.map((total) => ({
    ...total,
    typed: entries.filter(({ pass, answers }) => pass === 1 && has(answers, total)).length,
  }));

export type Difference = { readonly sheet: number; readonly questions: readonly string[] };

/** The sheets that were typed differently the second time, and at which questions. */
export const differencesIn = (entries: readonly EntryRow[]): readonly Difference[] => {
  const second = new Map(
    entries.filter(({ pass }) => pass === 2).map(({ sheet, answers }) => [sheet, answers]),
  );
  return entries.flatMap(({ sheet, pass, answers }): Difference[] => {
    const other = second.get(sheet);
    if (pass !== 1 || !other) return [];
    const names = [...new Set([...Object.keys(answers), ...Object.keys(other)])];
    const questions = names.filter((name) => canonicalJson(answers[name]) !== canonicalJson(other[name]));
    return questions.length > 0 ? [{ sheet, questions }] : [];
  });
};

/** The first sheet that is still to be typed; nothing when all are there. */
export const nextSheet = (
  { sheets }: BatchRow,
  entries: readonly EntryRow[],
  pass: 1 | 2,
): number | undefined => {
  const done = new Set(entries.filter((entry) => entry.pass === pass).map(({ sheet }) => sheet));
  return Array.from({ length: sheets }, (_, index) => index + 1).find((sheet) => !done.has(sheet));
};

/** The answers that can be counted by hand: "3. Question – answer" under "question|value". */
export const countable = (
  { languages, ...questionnaire }: Questionnaire,
  language: string,
): readonly { readonly value: string; readonly label: string }[] => {
  const first = languages[0] ?? "de";
  const asked = questionsOf({ languages, ...questionnaire }).filter(
    ({ question }) => question.kind !== "note" && question.kind !== "calculation",
  );
  return asked.flatMap(({ question }, index) =>
    question.kind === "single" || question.kind === "multiple"
      ? question.choices.map(({ value, label }) => ({
          value: `${question.name}|${value}`,
          label: `${index + 1}. ${wordsIn(question.label, language, first).slice(0, 60)} – ${wordsIn(label, language, first).slice(0, 60)}`,
        }))
      : [],
  );
};
