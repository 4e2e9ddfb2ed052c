import type { Context } from "#core/context.ts";
import type { VersionId } from "#modules/strategy/texts/queries.ts";

/** The version that was made of this one and its accepted amendments: this one is only its source then. */
export const findSuccessor = (
  ctx: Context,
  id: VersionId,
): Promise<{ readonly id: VersionId; readonly number: number; readonly title: string } | undefined> =>
  ctx.db
    .selectFrom("amendments as a")
    .innerJoin("strategyVersions as v", "v.id", "a.mergedIntoId")
    .select(["v.id", "v.number", "v.title"])
    .where("a.versionId", "=", id)
    .where("v.basedOnId", "=", id)
    .orderBy("v.number", "desc")
    .limit(1)
    .executeTakeFirst();
