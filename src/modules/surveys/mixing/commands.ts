import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { paths } from "#modules/surveys/paths.ts";
import { lockAnswering } from "#modules/surveys/responses/commands.ts";
import type { Survey } from "#modules/surveys/schema.ts";

/** The job that lays the rows of one survey anew. */
export const mixingJob = "survey.mix";

/** How long what was begun and not sent is kept. */
const draftDays = 60;

/** Everything that still changes, or did yesterday. */
const listChanging = (ctx: Context): Promise<Pick<Survey, "id">[]> =>
  ctx.db
    .selectFrom("surveys")
    .select("id")
    .where((at) =>
      at.or([at("state", "=", "open"), at("closedAt", ">", new Date(+ctx.now - 2 * 86_400_000))]),
    )
    .limit(1_000)
    .execute();

/** Asks for the rows of every survey that runs to be laid anew, each in a transaction of its own. */
export const mixAll = async (ctx: Context): Promise<void> => {
  for (const { id } of await listChanging(ctx)) await mixSoon(ctx, id);
};

/** Asks for the rows of this survey to be laid anew, after this transaction. */
export const mixSoon = (ctx: Context, surveyId: Id<"survey">): Promise<void> =>
  enqueue(ctx, mixingJob, { surveyId }, { key: surveyId });

// Deleted and written again within one statement, in the order of random ids: neither the place of a row on the disk
// nor the number of its transaction says any more when it came.
const layAnswers = (ctx: Context, surveyId: Id<"survey">) =>
  sql`
    with gone as (delete from responses where survey_id = ${surveyId} returning *)
    insert into responses select * from gone order by id`.execute(ctx.db);

const layDrafts = (ctx: Context, surveyId: Id<"survey">) =>
  sql`
    with gone as (delete from survey_drafts where survey_id = ${surveyId} returning *)
    insert into survey_drafts select * from gone order by id`.execute(ctx.db);

const layContacts = (ctx: Context, surveyId: Id<"survey">) =>
  sql`
    with gone as (delete from survey_contacts where survey_id = ${surveyId} returning *)
    insert into survey_contacts select * from gone order by id`.execute(ctx.db);

// The codes go with their invitations, so they are held meanwhile.
const layInvitations = async (ctx: Context, surveyId: Id<"survey">): Promise<void> => {
  const { rows } = await sql<{ codes: string }>`
    select coalesce(jsonb_agg(to_jsonb(c)), '[]')::text as codes
    from survey_codes c where survey_id = ${surveyId}`.execute(ctx.db);
  await sql`
    with gone as (delete from survey_invitations where survey_id = ${surveyId} returning *)
    insert into survey_invitations select * from gone order by id`.execute(ctx.db);
  await sql`
    insert into survey_codes
    select * from jsonb_populate_recordset(null::survey_codes, ${rows[0]?.codes ?? "[]"}::jsonb)
    order by id`.execute(ctx.db);
};

/**
 * Lays everything that belongs to a survey anew: who was invited, what is begun, what was answered, who left an address. After it no order
 * of rows and no number of a transaction joins an answer with an invitation. The forms that were sent to the survey
 * are forgotten as well, since they were kept with their moment.
 */
export const mixSurvey = async (ctx: Context, surveyId: Id<"survey">): Promise<void> => {
  await lockAnswering(ctx, surveyId, "alone");
  const survey = await ctx.db
    .selectFrom("surveys")
    .select("slug")
    .where("id", "=", surveyId)
    .executeTakeFirst();
  if (!survey) return;
  await forgetOldDrafts(ctx, surveyId);
  await layAnswers(ctx, surveyId);
  await layDrafts(ctx, surveyId);
  await layContacts(ctx, surveyId);
  await layInvitations(ctx, surveyId);
  await ctx.db
    .deleteFrom("submissions")
    .where((at) =>
      at.or([
        at("address", "=", paths.answer(survey.slug)),
        at("address", "like", `${paths.answer(survey.slug)}/%`),
      ]),
    )
    .execute();
};

const forgetOldDrafts = (ctx: Context, surveyId: Id<"survey">) =>
  ctx.db
    .deleteFrom("surveyDrafts")
    .where("surveyId", "=", surveyId)
    .where("changedOn", "<", isoDay(new Date(+ctx.now - draftDays * 86_400_000)))
    .execute();
