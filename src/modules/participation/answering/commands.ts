import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { ProcessAnswer } from "#modules/participation/schema.ts";
import { addStep } from "#modules/participation/steps/commands.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { say } from "./messages.ts";
import { type AnswerId, type AnswerRow, type Earlier, findAnswer, listDueBy } from "./queries.ts";

/** How many days before its day an answer stands on the worklist. */
const daysAhead = 7;
const longestStep = 600;

/** A proposal was made: from today the clock runs. */
export const oweAnswer = async (
  ctx: Context,
  processId: ProcessId,
  proposalId: Id<"proposal">,
): Promise<void> => {
  const process = await ctx.db
    .selectFrom("processes")
    .select("answerDays")
    .where("id", "=", processId)
    .executeTakeFirst();
  if (!process) return;
  await ctx.db
    .insertInto("processAnswers")
    .values({ processId, proposalId, dueOn: plusDays(dayOf(ctx.now), process.answerDays), madeAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** What is not open any more leaves the worklist. */
export const dropTasks = async (ctx: Context, ids: readonly AnswerId[]): Promise<void> => {
  for (const id of ids) await closeTask(ctx, "participation", id, say(ctx)("taskGone"));
};

/** What became another proposal, was withdrawn or hidden is not owed an answer; what is shown again is. */
export const followProposal = async (ctx: Context, proposal: Id<"proposal">, kind: string): Promise<void> => {
  const gone = ["merged", "split", "withdrawn", "hidden"].includes(kind);
  if (!gone && kind !== "shown") return;
  const rows = await ctx.db
    .updateTable("processAnswers")
    .set({ state: gone ? "withdrawn" : "published" })
    .where("proposalId", "=", proposal)
    .where("questionWords", "=", "")
    .where("verdict", "is", null)
    .where("state", "=", gone ? "published" : "withdrawn")
    // A merged proposal is left where it is: the step also stands on the path of the new one.
    .where((where) =>
      where.exists(
        where
          .selectFrom("proposals")
          .select("id")
          .where("id", "=", proposal)
          .where("state", gone ? "<>" : "=", "published"),
      ),
    )
    .returning("id")
    .execute();
  if (gone)
    await dropTasks(
      ctx,
      rows.map(({ id }) => id),
    );
};

/** The row under its lock. */
export const lockAnswer = async (ctx: Context, id: AnswerId): Promise<ProcessAnswer> =>
  found(
    await ctx.db.selectFrom("processAnswers").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );

export type NewAnswer = {
  readonly verdict: NonNullable<ProcessAnswer["verdict"]>;
  /** The reason, for everybody to read. */
  readonly words: string;
  /** Who answers: "Bauamt, Frau Noack". */
  readonly answererWords: string;
};

const tellAsker = async (ctx: Context, row: ProcessAnswer, shown: AnswerRow): Promise<void> => {
  if (!row.askedBy) return;
  const asker = await ctx.db
    .selectFrom("people")
    .select(["id", "language"])
    .where("id", "=", row.askedBy)
    .where("leftAt", "is", null)
    .executeTakeFirst();
  if (!asker) return;
  const words = say({ language: asker.language });
  await notify(ctx, {
    personId: asker.id,
    key: `answer ${row.id} ${+ctx.now}`,
    kind: "participation",
    title: words(row.verdict ? "noticeCorrected" : "noticeAnswered", { process: shown.processTitle }),
    text: row.questionWords.slice(0, 200),
    path: `${paths.questions(shown.processSlug)}#frage-${row.id}`,
  });
};

const earlierOf = (row: ProcessAnswer): readonly Earlier[] => {
  const before = row.earlier as readonly Earlier[];
  const { verdict, words, answererWords, answeredAt } = row;
  if (!verdict || !answeredAt) return before;
  return [...before, { verdict, words, answererWords, at: answeredAt.toISOString() }];
};

/**
 * The administration answers, with reasons. Answered again it is a correction: what it said before stays readable.
 * A proposal is answered with a verdict, a question with words.
 */
export const giveAnswer = async (
  ctx: Context,
  id: AnswerId,
  answer: NewAnswer,
): Promise<Outcome<null, "gone" | "same" | "verdict">> => {
  allow(may.run(ctx));
  const row = await lockAnswer(ctx, id);
  if (row.state === "withdrawn") return refused("gone");
  if ((answer.verdict === "answered") !== (row.questionWords !== "")) return refused("verdict");
  const { verdict, words, answererWords } = answer;
  if (row.verdict === verdict && row.words === words && row.answererWords === answererWords)
    return refused("same");
  const shown = found(await findAnswer(ctx, id));
  await ctx.db
    .updateTable("processAnswers")
    .set({
      verdict,
      words,
      answererWords,
      answeredAt: ctx.now,
      answeredBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      earlier: JSON.stringify(earlierOf(row)),
    })
    .where("id", "=", id)
    .execute();
  await closeTask(ctx, "participation", id, say(ctx)("taskAnswered"));
  await record(ctx, row.verdict ? "answer.corrected" : "answer.given", id, {
    processId: row.processId,
    verdict,
  });
  if (row.questionWords !== "") await tellAsker(ctx, row, shown);
  else if (row.proposalId)
    await addStep(ctx, row.proposalId, "answered", {
      title: answererWords,
      words: words.length > longestStep ? `${words.slice(0, longestStep - 1)}…` : words,
    });
  return done(null);
};

/** The earliest day of what several proposals were owed stays the day of what came of them. */
export const keepEarliestDay = async (
  ctx: Context,
  from: readonly Id<"proposal">[],
  to: readonly Id<"proposal">[],
): Promise<void> => {
  await sql`
    update process_answers set due_on = least(due_on, (
      select min(f.due_on) from process_answers f
      where f.proposal_id = any(${[...from]}::uuid[]) and f.question_words = '' and f.verdict is null))
    where proposal_id = any(${[...to]}::uuid[]) and question_words = '' and verdict is null`.execute(ctx.db);
};

const taskTitle = (ctx: Context, row: AnswerRow): string =>
  row.questionWords === ""
    ? say(ctx)("taskProposal", { number: row.number ?? 0, title: row.title ?? "" })
    : say(ctx)("taskQuestion", { words: row.questionWords.slice(0, 120) });

/** Puts on the worklist of the office what has to be answered within a week, or should have been. */
export const watchAnswers = async (ctx: Context): Promise<void> => {
  const due = await listDueBy(ctx, plusDays(dayOf(ctx.now), daysAhead));
  for (const row of due)
    await openTask(ctx, {
      kind: "participation",
      subjectId: row.id,
      title: taskTitle(ctx, row),
      detail: say(ctx)("taskDetail", { process: row.processTitle, day: dayWithYear(ctx, row.dueOn) }),
      path: paths.officeAnswer(row.processId, row.id),
      dueAt: instantAt(row.dueOn, "12:00"),
    });
};

/** Somebody leaves: their questions and the answers stay, without them. */
export const forgetAsker = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db
    .updateTable("processAnswers")
    .set({ askedBy: null, authorWords: "" })
    .where("askedBy", "=", person)
    .execute();
  await ctx.db
    .updateTable("processAnswers")
    .set({ answeredBy: null })
    .where("answeredBy", "=", person)
    .execute();
};
