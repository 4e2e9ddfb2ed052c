import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { may } from "#modules/workshops/policy.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";

export const mostSteps = 300;

const openStates = ["running", "correcting", "finished"] as const;

const steps = (ctx: Context) =>
  ctx.db
    .selectFrom("workshopSteps as s")
    .innerJoin("workshops as w", "w.id", "s.workshopId")
    .leftJoin("cardClusters as c", "c.id", "s.clusterId")
    .leftJoin("organizations as o", "o.id", "s.organizationId")
    .leftJoin("people as p", "p.id", "s.ownerId")
    .$if(!may.run(ctx), (query) => query.where("w.state", "in", openStates))
    .select([
      "s.id",
      "s.workshopId",
      "s.title",
      "s.words",
      "s.dueOn",
      "s.state",
      "s.stateWords",
      "s.changedAt",
      "s.clusterId",
      "c.title as cluster",
      "s.organizationId",
      "o.name as organization",
      "o.slug as organizationSlug",
      "s.ownerId",
      "s.ownerName",
      "p.email as ownerEmail",
      "w.slug",
      "w.title as workshop",
    ]);

/** The steps of a workshop, the next first. */
export const listSteps = (ctx: Context, workshop: WorkshopId) =>
  steps(ctx)
    .where("s.workshopId", "=", workshop)
    .orderBy("s.dueOn")
    .orderBy("s.id")
    .limit(mostSteps)
    .execute();

export type StepRow = Awaited<ReturnType<typeof listSteps>>[number];

/** The steps that came of one cluster. */
export const listClusterSteps = (ctx: Context, cluster: Id<"cardCluster">): Promise<StepRow[]> =>
  steps(ctx).where("s.clusterId", "=", cluster).orderBy("s.dueOn").orderBy("s.id").limit(50).execute();

/** One step, if the asker may see it. */
export const findStep = (ctx: Context, id: Id<"workshopStep">): Promise<StepRow | undefined> =>
  steps(ctx).where("s.id", "=", id).executeTakeFirst();

export const nameSteps = (ctx: Context, ids: readonly Id<"workshopStep">[]): Promise<StepRow[]> =>
  steps(ctx)
    .where("s.id", "in", [...ids])
    .limit(ids.length)
    .execute();

export const findSteps = (ctx: Context, words: string): Promise<StepRow[]> =>
  steps(ctx)
    .where("s.title", "ilike", `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`)
    .orderBy("s.id", "desc")
    .limit(8)
    .execute();

/** Steps that should be done by now and are not, oldest first. */
export const listLate = (ctx: Context, today: string): Promise<StepRow[]> =>
  steps(ctx)
    .where("s.state", "in", ["planned", "started"])
    .where("s.dueOn", "<", sql<string>`${today}::date`)
    .orderBy("s.dueOn")
    .limit(mostSteps)
    .execute();

/** What a person took on. */
export const tellOwn = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("workshopSteps as s")
    .innerJoin("workshops as w", "w.id", "s.workshopId")
    .select(["s.title", "s.words", "s.dueOn", "w.title as workshop"])
    .where("s.ownerId", "=", person)
    .orderBy("s.dueOn")
    .limit(mostSteps)
    .execute();
