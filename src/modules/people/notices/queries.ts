import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, mondayOf, timeOf, zone } from "#core/local-time.ts";
import { usualChoices } from "#modules/people/choices/queries.ts";
import { mayBeMailed } from "#modules/people/queries.ts";

/** A notice that is due, with whom it is for. */
export type DueNotice = {
  readonly id: Id<"notice">;
  readonly personId: Id<"person">;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly path: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  /** Nobody may be written to who asked for a call, a letter or a visit instead. */
  readonly byMail: boolean;
};

const pace = sql`coalesce(c.digest, ${usualChoices.digest})`;
const hour = sql`coalesce(c.digest_hour, ${usualChoices.digestHour})`;

// The last moment at which this person's letter could leave: today at their hour, or this Monday.
const lastMoment = (ctx: Context) => {
  const today = dayOf(ctx.now);
  return sql`((case when ${pace} = 'weekly' then ${mondayOf(today)}::date else ${today}::date end
    + make_interval(hours => ${hour})) at time zone ${zone})`;
};

/**
 * Who has a letter coming now: something waits that was due at their last hour, and today none has left yet. An hour
 * that was missed is made up for on the same day or, by those with a letter a week, on a later one at their hour.
 */
export const listRecipients = async (ctx: Context, limit: number): Promise<Id<"person">[]> => {
  const hourNow = Number(timeOf(ctx.now).slice(0, 2));
  const { rows } = await sql<{ personId: Id<"person"> }>`
    select n.person_id from notices n
    join people p on p.place_id = n.place_id and p.id = n.person_id and p.left_at is null
    left join contact_choices c on c.place_id = n.place_id and c.person_id = n.person_id
    where n.told_at is null and n.not_before <= ${ctx.now} and (n.until is null or n.until > ${ctx.now})
      and ${pace} <> 'never' and ${hour} <= ${hourNow}
      and n.not_before <= ${lastMoment(ctx)} and n.made_at <= ${lastMoment(ctx)}
      and not exists (select from notices told where told.place_id = n.place_id and told.person_id = n.person_id
        and told.told_how in ('digest', 'office')
        and (told.told_at at time zone ${zone})::date = ${dayOf(ctx.now)}::date)
    group by n.person_id order by n.person_id limit ${limit}`.execute(ctx.db);
  return rows.map(({ personId }) => personId);
};

/** Everything that waits for these people now, locked until it is told. */
export const takeWaiting = async (
  ctx: Context,
  people: readonly Id<"person">[],
): Promise<readonly DueNotice[]> => {
  if (people.length === 0) return [];
  return ctx.db
    .selectFrom("notices")
    .innerJoin("people", "people.id", "notices.personId")
    .select(["notices.id", "personId", "kind", "title", "text", "path"])
    .select(["people.name", "people.email", "people.phone", "people.language"])
    .select(mayBeMailed.as("byMail"))
    .where("personId", "in", people)
    .where("toldAt", "is", null)
    .where("notBefore", "<=", ctx.now)
    .where((where) => where.or([where("until", "is", null), where("until", ">", ctx.now)]))
    .orderBy("personId")
    .orderBy("notBefore")
    .orderBy("notices.id")
    .limit(10_000)
    .forUpdate("notices")
    .execute();
};

const shownDays = 14;

/** What waits for somebody or was told to them lately and still holds; nothing that comes later. */
export const listCurrent = (ctx: Context, personId: Id<"person">, limit = 20) =>
  ctx.db
    .selectFrom("notices")
    .select(["kind", "title", "text", "path", "notBefore"])
    .where("personId", "=", personId)
    .where("notBefore", "<=", ctx.now)
    .where("notBefore", ">", new Date(+ctx.now - shownDays * 86_400_000))
    .where((where) => where.or([where("until", "is", null), where("until", ">", ctx.now)]))
    .orderBy("notBefore", "desc")
    .limit(limit)
    .execute();

/** All that is kept of it, for the person to read and to take along. */
export const tellNotices = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("notices")
    .select(["title", "text", "madeAt", "toldAt"])
    .where("personId", "=", personId)
    .orderBy("madeAt", "desc")
    .limit(1_000)
    .execute();
