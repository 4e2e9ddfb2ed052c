import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { plusDays } from "#core/local-time.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { ProcessPhase } from "#modules/participation/schema.ts";

/** How many days before its end a phase is announced to end. */
export const noticeDays = 3;

/** Processes in which a phase has to begin or to end, since its day has come. */
export const listDue = async (ctx: Context, limit: number): Promise<readonly ProcessId[]> => {
  const today = isoDay(ctx.now);
  const rows = await ctx.db
    .selectFrom("processPhases")
    .innerJoin("processes", "processes.id", "processPhases.processId")
    .select("processId")
    .distinct()
    .where("processes.state", "=", "published")
    .where((where) =>
      where.or([
        where.and([where("begunAt", "is", null), where("startsOn", "<=", today)]),
        where.and([where("endedAt", "is", null), where("endsOn", "<", today)]),
      ]),
    )
    .orderBy("processId")
    .limit(limit)
    .execute();
  return rows.map(({ processId }) => processId);
};

/** A running phase that ends within days, with its process. */
export type Ending = Pick<ProcessPhase, "id" | "kind" | "endsOn"> & {
  readonly processId: ProcessId;
  readonly slug: string;
  readonly title: string;
};

/**
 * The running phases in which people can still do something and that end within three days. A phase that is as short
 * as that is left out: its beginning was just told.
 */
export const listEnding = (ctx: Context, limit: number): Promise<Ending[]> => {
  const today = isoDay(ctx.now);
  return ctx.db
    .selectFrom("processPhases")
    .innerJoin("processes", "processes.id", "processPhases.processId")
    .select(["processPhases.id", "kind", "endsOn", "processId", "slug", "title"])
    .where("processes.state", "=", "published")
    .where("kind", "<>", "followUp")
    .where("begunAt", "is not", null)
    .where("endedAt", "is", null)
    .where("endsOn", ">=", today)
    .where("endsOn", "<=", plusDays(today, noticeDays))
    .where(sql<boolean>`ends_on - starts_on > ${noticeDays}::int`)
    .orderBy("processPhases.id")
    .limit(limit)
    .execute();
};
