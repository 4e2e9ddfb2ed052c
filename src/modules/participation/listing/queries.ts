import type { Context } from "#core/context.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Process, ProcessPhase } from "#modules/participation/schema.ts";

export type Listed = Pick<
  Process,
  "id" | "slug" | "title" | "question" | "state" | "publishedAt" | "closingWords" | "proposalCount"
>;

/** The processes of the town that it was told of, the latest first. */
export const listProcesses = (ctx: Context, limit = 100): Promise<Listed[]> =>
  ctx.db
    .selectFrom("processes")
    .select(["id", "slug", "title", "question", "state", "publishedAt", "closingWords", "proposalCount"])
    .where("state", "<>", "draft")
    .orderBy("publishedAt", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();

/** The phases of several processes, each in their order of days. */
export const phasesOf = async (
  ctx: Context,
  ids: readonly ProcessId[],
): Promise<ReadonlyMap<ProcessId, readonly ProcessPhase[]>> => {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("processPhases")
    .selectAll()
    .where("processId", "in", [...ids])
    .orderBy("startsOn")
    .limit(1_000)
    .execute();
  return Map.groupBy(rows, ({ processId }) => processId);
};
