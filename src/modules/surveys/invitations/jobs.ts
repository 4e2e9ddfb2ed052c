import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { enqueue, type Job } from "#core/jobs.ts";
import { lengthOf } from "#modules/surveys/answering/queries.ts";
import { makeCodes } from "#modules/surveys/codes/commands.ts";
import { writeTo } from "#modules/surveys/letters/commands.ts";
import { findSurvey, isOpen } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { writingJob } from "./commands.ts";
import { type Due, listDue } from "./queries.ts";

const atOnce = 100;

/** Whoever can be written to no more gets a letter instead. */
const turnToLetters = async (ctx: Context, due: readonly Due[]): Promise<void> => {
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return;
  await ctx.db.updateTable("surveyInvitations").set({ how: "letter" }).where("id", "in", ids).execute();
};

const note = (ctx: Context, ids: readonly Id<"surveyInvitation">[], isReminder: boolean) => {
  const today = isoDay(ctx.now);
  return ctx.db
    .updateTable("surveyInvitations")
    .set((row) =>
      isReminder ? { reminders: row("reminders", "+", 1), remindedOn: today } : { invitedOn: today },
    )
    .where("id", "in", [...ids])
    .execute();
};

/** Writes to the next hundred, each with a code of their own, and asks for the next. */
export const writeNext = async (
  ctx: Context,
  surveyId: Id<"survey">,
  news: "invited" | "reminded",
): Promise<void> => {
  const survey = await findSurvey({ ...ctx, actor: system }, surveyId);
  const current = await currentQuestionnaire(ctx, surveyId);
  if (!survey || !current || !isOpen(ctx, survey)) return;
  const isReminder = news === "reminded";
  const due = await listDue(ctx, surveyId, { isReminder, limit: atOnce });
  if (due.length === 0) return;
  const written = due.flatMap(({ email, ...rest }) => (email === null ? [] : [{ ...rest, email }]));
  await turnToLetters(
    ctx,
    due.filter(({ email }) => email === null),
  );
  const codes = await makeCodes(
    ctx,
    surveyId,
    written.map(({ id }) => id),
  );
  const { minutes } = lengthOf(current.content);
  for (const to of written) {
    const letter = isReminder ? (to.reminders === 0 ? "reminded" : "last") : "invited";
    await writeTo(ctx, { survey, minutes, news: letter, code: codes.get(to.id) ?? "", to });
  }
  if (written.length > 0)
    await note(
      ctx,
      written.map(({ id }) => id),
      isReminder,
    );
  const key = `${surveyId} ${news} ${due.at(-1)?.id}`;
  if (due.length === atOnce) await enqueue(ctx, writingJob, { surveyId, news }, { key });
};

export const jobs: readonly Job[] = [
  {
    name: writingJob,
    run: (ctx, { surveyId, news }) =>
      writeNext(ctx, surveyId as Id<"survey">, news === "reminded" ? "reminded" : "invited"),
  },
];
