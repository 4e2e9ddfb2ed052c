import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** What somebody wrote for the town, for their own copy of what is known about them. */
export const listAuthored = async (ctx: Context, person: Id<"person">) => {
  const pages = await ctx.db
    .selectFrom("pages")
    .select(["title", "language", "madeAt"])
    .where((test) => test.or([test("madeBy", "=", person), test("changedBy", "=", person)]))
    .orderBy("madeAt")
    .limit(1_000)
    .execute();
  const news = await ctx.db
    .selectFrom("news")
    .select(["title", "madeAt"])
    .where("madeBy", "=", person)
    .orderBy("madeAt")
    .limit(1_000)
    .execute();
  const dates = await ctx.db
    .selectFrom("calendarDates")
    .select(["title", "startsAt", "madeAt"])
    .where("madeBy", "=", person)
    .orderBy("madeAt")
    .limit(1_000)
    .execute();
  return { pages, news, dates };
};
