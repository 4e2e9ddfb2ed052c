import type { Context } from "#core/context.ts";

/** The versions of the text, the youngest first. */
export const listVersions = (ctx: Context) =>
  ctx.db
    .selectFrom("strategyVersions")
    .select(["id", "number", "title", "state"])
    .orderBy("number", "desc")
    .limit(20)
    .execute();
