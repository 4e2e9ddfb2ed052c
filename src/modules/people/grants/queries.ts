import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** The roles somebody holds now, with who gave them and when. */
export const listGrantsOf = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("grants")
    .leftJoin("people as granter", (join) => join.onRef("granter.id", "=", "grants.grantedBy"))
    .select(["grants.id", "role", "organizationId", "grantedAt", "granter.name as granter"])
    .where("personId", "=", personId)
    .where("endedAt", "is", null)
    .orderBy("grantedAt")
    .limit(100)
    .execute();

/** The roles somebody held before. */
export const listPastGrantsOf = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("grants")
    .leftJoin("people as ender", (join) => join.onRef("ender.id", "=", "grants.endedBy"))
    .select(["grants.id", "role", "organizationId", "grantedAt", "endedAt", "ender.name as ender"])
    .where("personId", "=", personId)
    .where("endedAt", "is not", null)
    .orderBy("endedAt", "desc")
    .limit(50)
    .execute();

export type GrantRow = Awaited<ReturnType<typeof listGrantsOf>>[number];
export type PastGrantRow = Awaited<ReturnType<typeof listPastGrantsOf>>[number];
