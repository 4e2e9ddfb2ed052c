import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Answers } from "#methods/questionnaire.ts";
import { useCode } from "#modules/surveys/codes/commands.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";
import {
  type BatchRow,
  compareTotals,
  differencesIn,
  findBatch,
  listEntries,
  type Total,
} from "./queries.ts";

type SurveyId = Id<"survey">;
type BatchId = Id<"paperBatch">;

const me = ({ actor }: Context) => (actor.kind === "person" ? actor.id : null);

/** Begins a pile of so many sheets, of the questionnaire as it is asked now. */
export const addBatch = async (
  ctx: Context,
  surveyId: SurveyId,
  {
    label,
    sheets,
    typedTwice,
  }: { readonly label: string; readonly sheets: number; readonly typedTwice: boolean },
): Promise<Outcome<BatchId, "draft">> => {
  const survey = await surveyToWrite(ctx, surveyId);
  if (survey.state === "draft") return refused("draft");
  await ctx.db.selectFrom("surveys").select("id").where("id", "=", surveyId).forUpdate().executeTakeFirst();
  const { version } = found(await currentQuestionnaire(ctx, surveyId));
  const last = await ctx.db
    .selectFrom("paperBatches")
    .select((from) => from.fn.max("number").as("number"))
    .where("surveyId", "=", surveyId)
    .executeTakeFirst();
  const { id } = await ctx.db
    .insertInto("paperBatches")
    .values({
      surveyId,
      version,
      label,
      sheets,
      typedTwice,
      number: Number(last?.number ?? 0) + 1,
      madeBy: me(ctx),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return done(id);
};

const openBatch = async (ctx: Context, surveyId: SurveyId, id: BatchId): Promise<BatchRow | undefined> => {
  await surveyToWrite(ctx, surveyId);
  await ctx.db.selectFrom("paperBatches").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  const batch = found(await findBatch(ctx, surveyId, id));
  return batch.state === "open" ? batch : undefined;
};

/** Keeps what was counted by hand before typing, and how many sheets there are. */
export const setTotals = async (
  ctx: Context,
  surveyId: SurveyId,
  id: BatchId,
  { sheets, totals }: { readonly sheets: number; readonly totals: readonly Total[] },
): Promise<Outcome<null, "closed">> => {
  if (!(await openBatch(ctx, surveyId, id))) return refused("closed");
  await ctx.db
    .updateTable("paperBatches")
    .set({ sheets, totals: JSON.stringify(totals) })
    .where("id", "=", id)
    .execute();
  await ctx.db.deleteFrom("paperEntries").where("batchId", "=", id).where("sheet", ">", sheets).execute();
  return done(null);
};

export type SheetRefusal = "closed" | "sheet" | "unknown" | "used";

/** Keeps one sheet as it was typed; a code on it marks that invitation as answered, and is kept nowhere. */
export const saveSheet = async (
  ctx: Context,
  surveyId: SurveyId,
  id: BatchId,
  {
    sheet,
    pass,
    answers,
    code,
  }: {
    readonly sheet: number;
    readonly pass: 1 | 2;
    readonly answers: Answers;
    readonly code?: string | undefined;
  },
): Promise<Outcome<null, SheetRefusal>> => {
  const batch = await openBatch(ctx, surveyId, id);
  if (!batch) return refused("closed");
  if (sheet < 1 || sheet > batch.sheets) return refused("sheet");
  if (code) {
    const used = await useCode(ctx, surveyId, code);
    if (!used.ok) return used;
  }
  const kept = { answers: JSON.stringify(answers), enteredBy: me(ctx), enteredAt: ctx.now };
  await ctx.db
    .insertInto("paperEntries")
    .values({ batchId: id, sheet, pass, ...kept })
    .onConflict((conflict) => conflict.columns(["placeId", "batchId", "sheet", "pass"]).doUpdateSet(kept))
    .execute();
  return done(null);
};

export type CloseRefusal = "closed" | "missing" | "different" | "totals";

/**
 * Closes a pile: every sheet becomes an answer, once, and what was typed is deleted, so that no sheet leads to an
 * answer. Differing control totals have to be confirmed.
 */
export const closeBatch = async (
  ctx: Context,
  surveyId: SurveyId,
  id: BatchId,
  { how, confirmed }: { readonly how: "paper" | "phone"; readonly confirmed: boolean },
): Promise<Outcome<number, CloseRefusal>> => {
  const batch = await openBatch(ctx, surveyId, id);
  if (!batch) return refused("closed");
  const entries = await listEntries(ctx, id);
  const first = entries.filter(({ pass }) => pass === 1);
  const second = entries.filter(({ pass }) => pass === 2);
  if (first.length < batch.sheets || (batch.typedTwice && second.length < batch.sheets))
    return refused("missing");
  if (batch.typedTwice && differencesIn(entries).length > 0) return refused("different");
  const differs = compareTotals(batch, entries).some(({ count, typed }) => count !== typed);
  if (differs && !confirmed) return refused("totals");
  const survey = await surveyToWrite(ctx, surveyId);
  const { content } = found(await currentQuestionnaire(ctx, surveyId));
  const language = content.languages[0] ?? "de";
  await ctx.db.deleteFrom("paperEntries").where("batchId", "=", id).execute();
  const added = await addResponses(ctx, survey, {
    how,
    version: batch.version,
    batchId: id,
    rows: first.map(({ answers }) => ({ answers, language })),
  });
  await ctx.db
    .updateTable("paperBatches")
    .set({ state: "closed", closedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "paper_batch.closed", id, { surveyId, sheets: added, differs });
  return done(added);
};
