import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { PreviewLine } from "#modules/content/merging/queries.ts";

/** The calendars that are read along for one organization, the oldest first. */
export const listSources = async (ctx: Context, organizationId: Id<"organization">) => {
  const rows = await ctx.db
    .selectFrom("calendarSources")
    .select(["id", "url", "name", "lookedAt", "readAt", "nextAt", "failures", "problem", "found", "unread"])
    .select(["confirmedAt", "preview"])
    .where("organizationId", "=", organizationId)
    .where("endedAt", "is", null)
    .orderBy("madeAt")
    .orderBy("id")
    .limit(20)
    .execute();
  return rows.map(({ preview, ...row }) => ({ ...row, preview: preview as readonly PreviewLine[] }));
};

export type SourceRow = Awaited<ReturnType<typeof listSources>>[number];

/** One calendar of this organization that is still read along. */
export const findSource = (ctx: Context, organizationId: Id<"organization">, id: Id<"calendarSource">) =>
  ctx.db
    .selectFrom("calendarSources")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .where("endedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();

/** Calendars whose time has come, longest waiting first. */
export const listDue = (ctx: Context, limit: number) =>
  ctx.db
    .selectFrom("calendarSources")
    .select("id")
    .where("endedAt", "is", null)
    .where("nextAt", "<=", ctx.now)
    .orderBy("nextAt")
    .orderBy("id")
    .limit(limit)
    .execute();

/** How many of our dates a calendar shows, by calendar. */
export const countShown = async (ctx: Context, ids: readonly Id<"calendarSource">[]) => {
  if (ids.length === 0) return new Map<Id<"calendarSource">, number>();
  const rows = await ctx.db
    .selectFrom("calendarCopies")
    .innerJoin("calendarDates", "calendarDates.id", "calendarCopies.dateId")
    .select("sourceId")
    .select((query) => query.fn.countAll<number>().as("n"))
    .where("sourceId", "in", ids)
    .where("endsAt", ">=", ctx.now)
    .where("canceledAt", "is", null)
    .groupBy("sourceId")
    .execute();
  return new Map(rows.map(({ sourceId, n }) => [sourceId, Number(n)]));
};

/** The calendars that somebody entered, for them to read. */
export const tellSources = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("calendarSources")
    .innerJoin("organizations", "organizations.id", "calendarSources.organizationId")
    .select(["url as address", "organizations.name as organization", "calendarSources.madeAt"])
    .where("calendarSources.madeBy", "=", personId)
    .orderBy("calendarSources.madeAt")
    .limit(100)
    .execute();
