import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { daysBetween, isoDay } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { mayBeMailed } from "#modules/people/queries.ts";
import type { SurveyInvitation } from "#modules/surveys/schema.ts";

type SurveyId = Id<"survey">;

/** Days between two letters to the same people. */
export const restDays = 5;

/** How the invitations stand, all together: nothing here says who of them answered. */
export type Standing = {
  readonly all: number;
  readonly mails: number;
  readonly letters: number;
  readonly cards: number;
  /** Mails that have not been sent yet. */
  readonly toSend: number;
  /** Letters and cards that were never printed. */
  readonly toPrint: number;
  readonly declined: number;
  readonly answered: number;
  /** Who could be reminded by mail now or later. */
  readonly open: number;
  readonly reminders: number;
  readonly lastOn: string | null;
};

/** The numbers above the list. */
export const standingOf = async (ctx: Context, surveyId: SurveyId): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    select count(*)::int as all,
      count(*) filter (where how = 'mail')::int as mails,
      count(*) filter (where how = 'letter')::int as letters,
      count(*) filter (where how = 'card')::int as cards,
      count(*) filter (where how = 'mail' and invited_on is null)::int as to_send,
      count(*) filter (where how <> 'mail' and invited_on is null)::int as to_print,
      count(*) filter (where declined)::int as declined,
      count(*) filter (where answered)::int as answered,
      count(*) filter (where how = 'mail' and invited_on is not null and not answered and not declined
        and reminders < 2)::int as open,
      coalesce(max(reminders), 0)::int as reminders,
      to_char(max(greatest(invited_on, reminded_on)) filter (where how = 'mail'), 'YYYY-MM-DD') as last_on
    from survey_invitations where survey_id = ${surveyId}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error("a sum has one row");
  return row;
};

/** The day from which a reminder may go out, none when nobody was written to or all had two. */
export const nextReminder = ({ open, lastOn }: Pick<Standing, "open" | "lastOn">): string | undefined => {
  if (open === 0 || lastOn === null) return undefined;
  return isoDay(new Date(+new Date(`${lastOn}T12:00:00Z`) + restDays * 86_400_000));
};

/** May a reminder go out today? */
export const isRested = ({ now }: Context, { lastOn }: Pick<Standing, "lastOn">): boolean =>
  lastOn !== null && daysBetween(lastOn, now) >= restDays;

export type InvitationLine = Pick<
  SurveyInvitation,
  "id" | "how" | "name" | "email" | "address" | "declined" | "invitedOn" | "reminders" | "personId"
>;

/** Who was asked, by name; whether they answered is not told one by one. */
export const listInvitations = (
  ctx: Context,
  surveyId: SurveyId,
  { limit = 300 } = {},
): Promise<InvitationLine[]> =>
  ctx.db
    .selectFrom("surveyInvitations")
    .select(["id", "how", "name", "email", "address", "declined", "invitedOn", "reminders", "personId"])
    .where("surveyId", "=", surveyId)
    .where("how", "<>", "card")
    .orderBy(sql`name collate german`)
    .orderBy("id")
    .limit(limit)
    .execute();

/** The surveys a person was asked in by their name. */
export const invitationsOf = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("surveyInvitations")
    .innerJoin("surveys", (join) =>
      join
        .onRef("surveys.placeId", "=", "surveyInvitations.placeId")
        .onRef("surveys.id", "=", "surveyInvitations.surveyId"),
    )
    .select([
      "surveys.title",
      "surveyInvitations.name",
      "surveyInvitations.email",
      "surveyInvitations.invitedOn",
    ])
    .where("surveyInvitations.personId", "=", personId)
    .orderBy("surveys.madeAt", "desc")
    .limit(200)
    .execute();

export type Due = {
  readonly id: Id<"surveyInvitation">;
  readonly name: string;
  readonly email: string | null;
  readonly personId: Id<"person"> | null;
  readonly language: string | null;
  readonly reminders: number;
};

/** Who is written to next; of people of the town the address of today counts, and the way they chose. */
export const listDue = async (
  ctx: Context,
  surveyId: SurveyId,
  { isReminder, limit }: { readonly isReminder: boolean; readonly limit: number },
): Promise<readonly Due[]> => {
  const today = isoDay(ctx.now);
  const { rows } = await sql<Due>`
    select i.id, i.name, i.person_id, people.language, i.reminders,
      case when i.person_id is null then nullif(i.email, '')
        when ${mayBeMailed} and people.left_at is null then people.email::text end as email
    from survey_invitations i
      left join people on people.place_id = i.place_id and people.id = i.person_id
    where i.survey_id = ${surveyId} and i.how = 'mail' and not i.answered and not i.declined
      and case when ${isReminder}::boolean
        then i.invited_on is not null and i.reminders < 2
          and greatest(i.invited_on, i.reminded_on) <= ${today}::date - ${restDays}::integer
        else i.invited_on is null end
    order by i.id limit ${limit} for update of i`.execute(ctx.db);
  return rows;
};

export type Lines = {
  readonly lines: readonly { readonly name: string; readonly email: string; readonly address: string }[];
  /** The first line that cannot be read. */
  readonly wrong?: number;
};

/** "Name; E-Mail" or "Name; Anschrift", one a line. */
export const linesIn = (text: string): Lines => {
  const lines: { name: string; email: string; address: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [name = "", ...rest] = line.split(/[;\t]/u).map((part) => part.trim());
    const way = rest.filter(Boolean).join(", ");
    const isEmail = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/u.test(way);
    if (!name || !way || name.length > 300 || way.length > (isEmail ? 254 : 500))
      return { lines, wrong: index + 1 };
    lines.push({ name, email: isEmail ? way.toLowerCase() : "", address: isEmail ? "" : way });
  }
  return { lines };
};
