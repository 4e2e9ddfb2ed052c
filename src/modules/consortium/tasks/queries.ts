import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { listSpeakers } from "#modules/organizations/representatives/queries.ts";

export type TaskId = Id<"consortiumTask">;

export const mostTasks = 300;

// A task of an item or a resolution that is not public is not public either.
const tasks = (ctx: Context) =>
  ctx.db
    .selectFrom("consortiumTasks as t")
    .leftJoin("seats as s", "s.id", "t.seatId")
    .leftJoin("organizations as o", "o.id", "t.organizationId")
    .leftJoin("organizations as so", "so.id", "s.organizationId")
    .leftJoin("meetings as m", "m.id", "t.meetingId")
    .leftJoin("resolutions as r", "r.id", "t.resolutionId")
    .leftJoin("agendaItems as a", "a.id", "t.agendaItemId")
    .$if(!may.read(ctx), (query) =>
      query
        .where((where) => where.or([where("a.id", "is", null), where("a.public", "=", true)]))
        .where((where) => where.or([where("r.id", "is", null), where("r.public", "=", true)])),
    )
    .selectAll("t")
    .select([
      "s.title as seatTitle",
      "so.name as seatOrganization",
      "o.name as organization",
      "o.slug as organizationSlug",
      "m.number as meetingNumber",
      "r.year as resolutionYear",
      "r.number as resolutionNumber",
      "r.title as resolutionTitle",
      "r.public as resolutionPublic",
    ]);

export type TaskRow = Awaited<ReturnType<ReturnType<typeof tasks>["execute"]>>[number];

/** Who has taken it on: the seat, the organization, or the words for it. Never a person. */
export const ownerOf = ({
  seatTitle,
  seatOrganization,
  organization,
  ownerWords,
}: Pick<TaskRow, "seatTitle" | "seatOrganization" | "organization" | "ownerWords">): string =>
  organization ?? seatOrganization ?? seatTitle ?? ownerWords;

/** What is to be done, the earliest first. */
export const listOpenTasks = (ctx: Context, limit = mostTasks): Promise<readonly TaskRow[]> =>
  tasks(ctx).where("t.state", "=", "open").orderBy("t.dueOn").orderBy("t.id").limit(limit).execute();

/** What was done, or dropped, since a day; the latest first. */
export const listFinishedTasks = (
  ctx: Context,
  { since, limit = 100 }: { readonly since?: string; readonly limit?: number } = {},
): Promise<readonly TaskRow[]> =>
  tasks(ctx)
    .where("t.state", "<>", "open")
    .$if(since !== undefined, (query) => query.where("t.doneOn", ">=", since as string))
    .orderBy("t.doneOn", "desc")
    .orderBy("t.id")
    .limit(limit)
    .execute();

/** What one meeting gave to whom. */
export const listMeetingTasks = (ctx: Context, meeting: MeetingId): Promise<readonly TaskRow[]> =>
  tasks(ctx).where("t.meetingId", "=", meeting).orderBy("t.dueOn").orderBy("t.id").limit(100).execute();

/** What these seats have taken on, and is open. */
export const listSeatTasks = async (
  ctx: Context,
  seats: readonly Id<"seat">[],
): Promise<readonly TaskRow[]> =>
  seats.length === 0
    ? []
    : tasks(ctx)
        .where("t.seatId", "in", [...seats])
        .where("t.state", "=", "open")
        .orderBy("t.dueOn")
        .limit(100)
        .execute();

export const findConsortiumTask = (ctx: Context, id: TaskId): Promise<TaskRow | undefined> =>
  tasks(ctx).where("t.id", "=", id).executeTakeFirst();

export const nameTasks = (ctx: Context, ids: readonly TaskId[]): Promise<readonly TaskRow[]> =>
  tasks(ctx)
    .where("t.id", "in", [...ids])
    .limit(ids.length)
    .execute();

export const findTasks = (ctx: Context, words: string): Promise<readonly TaskRow[]> =>
  tasks(ctx)
    .where("t.title", "ilike", `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`)
    .orderBy("t.madeAt", "desc")
    .limit(8)
    .execute();

/** What should be done by now and is not, oldest first. */
export const listLateTasks = (ctx: Context, today = dayOf(ctx.now)): Promise<readonly TaskRow[]> =>
  tasks(ctx)
    .where("t.state", "=", "open")
    .where("t.dueOn", "<", sql<string>`${today}::date`)
    .orderBy("t.dueOn")
    .limit(100)
    .execute();

/** Who hears of a task: those on the seat today, or who speaks for the organization. */
export const listTaskOwners = async (
  ctx: Context,
  { seatId, organizationId }: Pick<TaskRow, "seatId" | "organizationId">,
): Promise<readonly Id<"person">[]> => {
  const today = dayOf(ctx.now);
  if (seatId !== null) {
    const rows = await ctx.db
      .selectFrom("seatHolders")
      .select("personId")
      .where("seatId", "=", seatId)
      .where("personId", "is not", null)
      .where("startsOn", "<=", today)
      .where((where) => where.or([where("endsOn", "is", null), where("endsOn", ">=", today)]))
      .limit(20)
      .execute();
    return rows.flatMap(({ personId }) => personId ?? []);
  }
  if (organizationId === null) return [];
  return (await listSpeakers(ctx, organizationId)).map(({ personId }) => personId);
};
