import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Field, Sector } from "#modules/organizations/vocabulary.ts";
import { mayBeMailed } from "#modules/people/queries.ts";
import { makeCodes } from "#modules/surveys/codes/commands.ts";
import { findInvited } from "#modules/surveys/codes/queries.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { isOpen, type SurveyRow } from "#modules/surveys/queries.ts";
import { isRested, standingOf } from "./queries.ts";

type SurveyId = Id<"survey">;

/** The job that writes to the next hundred. */
export const writingJob = "survey.write";

export type Chosen = {
  readonly sectors: readonly Sector[];
  readonly fields: readonly Field[];
  readonly confirmedOnly: boolean;
};

const noted = async (ctx: Context, id: SurveyId, count: number): Promise<Outcome<number, "nobody">> => {
  if (count === 0) return refused("nobody");
  await record(ctx, "survey.invited", id, { count });
  return done(count);
};

/** Asks organizations of the directory, each once; who has no address for mail gets a letter. */
export const inviteOrganizations = async (
  ctx: Context,
  id: SurveyId,
  { sectors, fields, confirmedOnly }: Chosen,
): Promise<Outcome<number, "nobody">> => {
  await surveyToWrite(ctx, id);
  const { rows } = await sql`
    insert into survey_invitations (survey_id, how, organization_id, name, email, address, sector, field)
    select ${id}, case when best.email is null then 'letter' else 'mail' end, o.id, o.name, coalesce(best.email, ''),
      concat_ws(', ', nullif(o.street, ''), nullif(concat_ws(' ', o.postcode, o.town_name), '')), o.sector,
      coalesce(o.fields[1], '')
    from organizations o
      left join lateral (
        select email from (
          select coalesce(p.email, a.email)::text as email, 1 as rank
          from grants g
            join people p on p.place_id = g.place_id and p.id = g.person_id and p.left_at is null
            left join accounts a on a.id = p.account_id
          where g.place_id = o.place_id and g.organization_id = o.id and g.ended_at is null
            and g.role in ('representative', 'partner')
          union all
          select email::text, 2 from contact_points c where c.place_id = o.place_id and c.organization_id = o.id
          union all select o.email::text, 3) as ways
        where email is not null and email <> '' order by rank, email limit 1) as best on true
    where o.merged_into_id is null and o.hidden_at is null
      and (${sectors.length === 0} or o.sector = any(${[...sectors]}::text[]))
      and (${fields.length === 0} or o.fields && ${[...fields]}::text[])
      and (not ${confirmedOnly}::boolean or o.verified_at is not null)
    limit 20000
    on conflict do nothing returning id`.execute(ctx.db);
  return noted(ctx, id, rows.length);
};

/** Asks people who agreed to get news, by the way they chose. Only the office knows them. */
export const invitePeople = async (ctx: Context, id: SurveyId): Promise<Outcome<number, "nobody">> => {
  await surveyToWrite(ctx, id);
  allow(isStaff(ctx.actor));
  const { rows } = await sql`
    insert into survey_invitations (survey_id, how, person_id, name, address)
    select ${id}, case when ${mayBeMailed} then 'mail' else 'letter' end, people.id, people.name,
      concat_ws(', ', nullif(people.street, ''), nullif(concat_ws(' ', people.postcode, people.town_name), ''))
    from people
      join consents c on c.place_id = people.place_id and c.person_id = people.id
        and c.purpose = 'newsletter' and c.withdrawn_at is null
    where people.left_at is null and (${mayBeMailed} or people.contact_by = 'post')
    limit 20000
    on conflict do nothing returning id`.execute(ctx.db);
  return noted(ctx, id, rows.length);
};

/** Somebody who is asked by name; without an e-mail address by letter. */
export type NewLine = { readonly name: string; readonly email: string; readonly address: string };

/** Asks whoever was typed in. */
export const inviteTyped = async (
  ctx: Context,
  id: SurveyId,
  lines: readonly NewLine[],
): Promise<Outcome<number, "nobody">> => {
  await surveyToWrite(ctx, id);
  const known = await ctx.db
    .selectFrom("surveyInvitations")
    .select("email")
    .where("surveyId", "=", id)
    .where("email", "<>", "")
    .limit(20_000)
    .execute();
  const emails = new Set(known.map(({ email }) => email.toLowerCase()));
  const rows = lines
    .filter(({ email }) => email === "" || !emails.has(email.toLowerCase()))
    .map((line) => ({ ...line, surveyId: id, how: line.email ? ("mail" as const) : ("letter" as const) }));
  if (rows.length > 0) await ctx.db.insertInto("surveyInvitations").values(rows).execute();
  return noted(ctx, id, rows.length);
};

/** Cards to be handed out, on a market for example: nobody knows who gets which. */
export const addCards = async (
  ctx: Context,
  id: SurveyId,
  count: number,
): Promise<Outcome<number, "nobody">> => {
  await surveyToWrite(ctx, id);
  const rows = Array.from({ length: count }, () => ({ surveyId: id, how: "card" as const }));
  if (rows.length > 0) await ctx.db.insertInto("surveyInvitations").values(rows).execute();
  return noted(ctx, id, count);
};

export type SendRefusal = "notOpen" | "nobody" | "tooSoon";

/** Asks for all mails that were not sent yet. */
export const sendInvitations = async (ctx: Context, id: SurveyId): Promise<Outcome<number, SendRefusal>> => {
  const survey = await surveyToWrite(ctx, id);
  if (!isOpen(ctx, survey)) return refused("notOpen");
  const { toSend } = await standingOf(ctx, id);
  if (toSend === 0) return refused("nobody");
  await enqueue(ctx, writingJob, { surveyId: id, news: "invited" }, { key: `${id} invited` });
  await record(ctx, "survey.mailed", id, { count: toSend });
  return done(toSend);
};

/** Reminds those who were written to, have not answered and do not mind; twice at most, and not day after day. */
export const sendReminders = async (ctx: Context, id: SurveyId): Promise<Outcome<number, SendRefusal>> => {
  const survey = await surveyToWrite(ctx, id);
  if (!isOpen(ctx, survey)) return refused("notOpen");
  const standing = await standingOf(ctx, id);
  if (standing.open === 0) return refused("nobody");
  if (!isRested(ctx, standing)) return refused("tooSoon");
  await enqueue(ctx, writingJob, { surveyId: id, news: "reminded" }, { key: `${id} reminded` });
  await record(ctx, "survey.reminded", id);
  return done(standing.open);
};

export type Sheet = { readonly name: string; readonly address: string; readonly code: string };

/** The next letters or cards with their codes: they stand on this paper and nowhere else. */
export const printSheets = async (
  ctx: Context,
  id: SurveyId,
  how: "letter" | "card",
  again: boolean,
): Promise<Outcome<{ readonly survey: SurveyRow; readonly sheets: readonly Sheet[] }, "nobody">> => {
  const survey = await surveyToWrite(ctx, id);
  const rows = await ctx.db
    .selectFrom("surveyInvitations")
    .select(["id", "name", "address"])
    .where("surveyId", "=", id)
    .where("how", "=", how)
    .where("answered", "=", false)
    .where("declined", "=", false)
    .$if(!again, (query) => query.where("invitedOn", "is", null))
    .orderBy(sql`name collate german`)
    .orderBy("id")
    .limit(500)
    .execute();
  if (rows.length === 0) return refused("nobody");
  const codes = await makeCodes(
    ctx,
    id,
    rows.map((row) => row.id),
  );
  await ctx.db
    .updateTable("surveyInvitations")
    .set({ invitedOn: isoDay(ctx.now) })
    .where("id", "in", [...codes.keys()])
    .execute();
  await record(ctx, "survey.printed", id, { count: rows.length });
  const sheets = rows.map((row) => ({ name: row.name, address: row.address, code: codes.get(row.id) ?? "" }));
  return done({ survey, sheets });
};

/** Takes somebody off the list who was not written to yet. */
export const takeBack = async (
  ctx: Context,
  id: SurveyId,
  invitationId: Id<"surveyInvitation">,
): Promise<Outcome<null, "written">> => {
  await surveyToWrite(ctx, id);
  const { numDeletedRows } = await ctx.db
    .deleteFrom("surveyInvitations")
    .where("surveyId", "=", id)
    .where("id", "=", invitationId)
    .where("invitedOn", "is", null)
    .executeTakeFirst();
  return numDeletedRows === 0n ? refused("written") : done(null);
};

/** Whoever holds this code does not want to be reminded. */
export const decline = async (ctx: Context, survey: SurveyRow, code: string): Promise<void> => {
  const { id } = found(await findInvited(ctx, survey.id, code));
  await ctx.db.updateTable("surveyInvitations").set({ declined: true }).where("id", "=", id).execute();
};

/** The invitations of somebody who is forgotten; answers have no name to forget. */
export const forgetInvitations = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("surveyInvitations").where("personId", "=", personId).execute();
};
