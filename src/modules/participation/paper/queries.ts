import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { may } from "#modules/participation/policy.ts";

/** Themes of the workshops that can become a proposal, those of the newest day first; for the office. */
export const listThemes = async (ctx: Context) =>
  may.run(ctx)
    ? ctx.db
        .selectFrom("cardClusters as c")
        .innerJoin("workshops as w", "w.id", "c.workshopId")
        .select(["c.id", "c.title", "w.title as workshop"])
        .orderBy("w.startsAt", "desc")
        .orderBy("c.title")
        .limit(300)
        .execute()
    : [];

export type ThemeRow = Awaited<ReturnType<typeof listThemes>>[number];

/** One theme with its workshop; for the office. */
export const findTheme = async (ctx: Context, id: Id<"cardCluster">): Promise<ThemeRow | undefined> =>
  may.run(ctx)
    ? ctx.db
        .selectFrom("cardClusters as c")
        .innerJoin("workshops as w", "w.id", "c.workshopId")
        .select(["c.id", "c.title", "w.title as workshop"])
        .where("c.id", "=", id)
        .executeTakeFirst()
    : undefined;
