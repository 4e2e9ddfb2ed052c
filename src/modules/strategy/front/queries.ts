import type { Context } from "#core/context.ts";

/** The version of the text that is in force: the one adopted last. */
export const findVersionInForce = (ctx: Context) =>
  ctx.db
    .selectFrom("strategyVersions")
    .select(["number", "title", "vision", "easyWords", "adoptedOn"])
    .where("state", "=", "adopted")
    .orderBy("adoptedOn", "desc")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
export type VersionInForce = NonNullable<Awaited<ReturnType<typeof findVersionInForce>>>;

/** Whether amendments to a coming version are asked for or being settled right now. */
export const isNegotiated = async (ctx: Context): Promise<boolean> =>
  (await ctx.db
    .selectFrom("strategyVersions")
    .select("id")
    .where("state", "in", ["amending", "settling"])
    .limit(1)
    .executeTakeFirst()) !== undefined;
