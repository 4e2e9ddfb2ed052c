import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

export const pageSize = 30;

/** Who saw somebody's file, when and what for, the latest first. */
export const listLooks = async (ctx: Context, personId: Id<"person">, page = 1) => {
  const items = await ctx.db
    .selectFrom("accessLog")
    .leftJoin("people as viewer", (join) => join.onRef("viewer.id", "=", "accessLog.viewerId"))
    .select([
      "accessLog.purpose",
      "accessLog.seenAt",
      "accessLog.viewerOrganizationId",
      "viewer.name as viewer",
    ])
    .select(sql<number>`count(*) over ()`.as("total"))
    .where("accessLog.personId", "=", personId)
    .orderBy("seenAt", "desc")
    .orderBy("accessLog.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { items, total: Number(items[0]?.total ?? 0) };
};

export type LookRow = Awaited<ReturnType<typeof listLooks>>["items"][number];
