import { type RawBuilder, sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { ProcessAnswer } from "#modules/participation/schema.ts";

export type AnswerId = Id<"processAnswer">;

/** What was answered before it was corrected. */
export type Earlier = {
  readonly verdict: NonNullable<ProcessAnswer["verdict"]>;
  readonly words: string;
  readonly answererWords: string;
  /** As ISO text. */
  readonly at: string;
};

/** One thing the administration owes an answer to, or has answered. */
export type AnswerRow = Omit<ProcessAnswer, "placeId" | "askedBy" | "answeredBy" | "earlier"> & {
  readonly earlier: readonly Earlier[];
  readonly processSlug: string;
  readonly processTitle: string;
  readonly number: number | null;
  readonly title: string | null;
  /** Whether whoever reads this asked it. */
  readonly own: boolean;
  /** Answered on its day or before it. */
  readonly inTime: boolean;
};

const columns = (ctx: Context) => sql`
  a.id, a.process_id, a.proposal_id, a.question_words, a.author_words, a.answerer_words, a.due_on, a.verdict, a.words,
  a.answered_at, a.earlier, a.state, a.made_at, o.slug as process_slug, o.title as process_title, p.number, p.title,
  coalesce(a.asked_by = ${me(ctx)}::uuid, false) as own,
  coalesce((coalesce((a.earlier->0->>'at')::timestamptz, a.answered_at) at time zone 'Europe/Berlin')::date <= a.due_on,
    false) as in_time`;

const me = ({ actor }: Context): string | null => (actor.kind === "person" ? actor.id : null);

// What is hidden is there for the office and for whoever asked it.
const visible = (ctx: Context) =>
  isStaff(ctx.actor)
    ? sql`true`
    : sql`o.state <> 'draft' and (a.state = 'published' or (a.state = 'hidden' and a.asked_by = ${me(ctx)}::uuid))`;

const select = async (
  ctx: Context,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<readonly AnswerRow[]> => {
  const { rows } = await sql<AnswerRow>`
    select ${columns(ctx)} from process_answers a
    join processes o on o.place_id = a.place_id and o.id = a.process_id
    left join proposals p on p.place_id = a.place_id and p.id = a.proposal_id
    where ${visible(ctx)} and ${where} order by ${order} limit ${limit}`.execute(ctx.db);
  return rows;
};

/** One of them, as far as the asker may see it. */
export const findAnswer = async (ctx: Context, id: AnswerId): Promise<AnswerRow | undefined> =>
  (await select(ctx, sql`a.id = ${id}`, sql`a.id`, 1))[0];

/** The answer to a proposal itself, given or owed. */
export const findProposalAnswer = async (
  ctx: Context,
  proposal: Id<"proposal">,
): Promise<AnswerRow | undefined> =>
  (await select(ctx, sql`a.proposal_id = ${proposal} and a.question_words = ''`, sql`a.id`, 1))[0];

/** The questions about one proposal, oldest first. */
export const listProposalQuestions = (ctx: Context, proposal: Id<"proposal">) =>
  select(ctx, sql`a.proposal_id = ${proposal} and a.question_words <> ''`, sql`a.made_at, a.id`, 200);

/** The questions of a process, newest first. */
export const listQuestions = (ctx: Context, process: ProcessId) =>
  select(ctx, sql`a.process_id = ${process} and a.question_words <> ''`, sql`a.made_at desc, a.id desc`, 200);

/** What is still owed in a process: by its day, so that what is overdue stands first. */
export const listOwed = (ctx: Context, process: ProcessId) =>
  select(
    ctx,
    sql`a.process_id = ${process} and a.verdict is null and a.state = 'published'`,
    sql`a.due_on, a.made_at, a.id`,
    500,
  );

/** What was answered in a process, newest first. */
export const listAnswered = (ctx: Context, process: ProcessId, limit = 100) =>
  select(ctx, sql`a.process_id = ${process} and a.verdict is not null`, sql`a.answered_at desc, a.id`, limit);

/** What is owed everywhere in the town, by its day. */
export const listOwedInTown = (ctx: Context, limit = 200) =>
  select(
    ctx,
    sql`a.verdict is null and a.state = 'published' and o.state in ('published', 'closed')`,
    sql`a.due_on, a.made_at, a.id`,
    limit,
  );

/** What was answered last, everywhere in the town. */
export const listAnsweredInTown = (ctx: Context, limit = 30) =>
  select(
    ctx,
    sql`a.verdict is not null and a.state = 'published' and o.state in ('published', 'closed')`,
    sql`a.answered_at desc, a.id`,
    limit,
  );

/** What is due by this day and not answered yet, for the worklist. */
export const listDueBy = async (ctx: Context, day: string): Promise<readonly AnswerRow[]> =>
  select(
    ctx,
    sql`a.verdict is null and a.state = 'published' and o.state in ('published', 'closed') and a.due_on <= ${day}::date`,
    sql`a.due_on, a.id`,
    500,
  );

export type AnswerFigures = {
  readonly answered: number;
  readonly inTime: number;
  readonly open: number;
  readonly overdue: number;
};

/** How the town keeps its word; of one process, or of all. */
export const countAnswers = async (ctx: Context, process?: ProcessId): Promise<AnswerFigures> => {
  const { rows } = await sql<AnswerFigures>`
    select count(*) filter (where a.verdict is not null)::int as answered,
      count(*) filter (where (coalesce((a.earlier->0->>'at')::timestamptz, a.answered_at)
        at time zone 'Europe/Berlin')::date <= a.due_on)::int as in_time,
      count(*) filter (where a.verdict is null)::int as open,
      count(*) filter (where a.verdict is null and a.due_on < ${dayOf(ctx.now)}::date)::int as overdue
    from process_answers a join processes o on o.place_id = a.place_id and o.id = a.process_id
    where a.state = 'published' and o.state in ('published', 'closed')
      and (${process ?? null}::uuid is null or a.process_id = ${process ?? null}::uuid)`.execute(ctx.db);
  return rows[0] ?? { answered: 0, inTime: 0, open: 0, overdue: 0 };
};

/** What somebody asked, for their own file. */
export const tellQuestions = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("processAnswers")
    .select(["questionWords", "madeAt", "verdict", "words"])
    .where("askedBy", "=", person)
    .orderBy("madeAt")
    .limit(1_000)
    .execute();
