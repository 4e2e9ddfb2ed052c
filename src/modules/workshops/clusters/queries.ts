import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { may } from "#modules/workshops/policy.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";

type ClusterId = Id<"cardCluster">;
type PhaseId = Id<"workshopPhase">;

export const mostClusters = 200;

/** While it is prepared nothing of it is told; from the day on everybody may read what lies on the wall. */
const openStates = ["running", "correcting", "finished"] as const;

const clusters = (ctx: Context) =>
  ctx.db
    .selectFrom("cardClusters as c")
    .innerJoin("workshops as w", "w.id", "c.workshopId")
    .innerJoin("workshopPhases as p", "p.id", "c.phaseId")
    .$if(!may.run(ctx), (query) => query.where("w.state", "in", openStates))
    .select((select) => [
      "c.id",
      "c.workshopId",
      "c.phaseId",
      "c.title",
      "c.words",
      "c.position",
      "w.slug",
      "w.title as workshop",
      "w.state",
      "p.title as phase",
      "p.dots as budget",
      select
        .selectFrom("cards")
        .whereRef("cards.clusterId", "=", "c.id")
        .where("cards.withdrawnAt", "is", null)
        .select((count) => count.fn.countAll<number>().as("n"))
        .as("cards"),
    ])
    .$narrowType<{ cards: number }>();

const inOrder = (query: ReturnType<typeof clusters>) =>
  query
    .orderBy("p.position")
    .orderBy("p.id")
    .orderBy("c.position")
    .orderBy("c.id")
    .limit(mostClusters)
    .execute();

/** The clusters of one part of the day, in the order of the wall. */
export const listClusters = (ctx: Context, phase: PhaseId) =>
  inOrder(clusters(ctx).where("c.phaseId", "=", phase));

export type ClusterRow = Awaited<ReturnType<typeof listClusters>>[number];

/** The clusters of the whole day, phase by phase. */
export const listAllClusters = (ctx: Context, workshop: WorkshopId): Promise<ClusterRow[]> =>
  inOrder(clusters(ctx).where("c.workshopId", "=", workshop));

/** One cluster, if the asker may see it. */
export const findCluster = (ctx: Context, id: ClusterId): Promise<ClusterRow | undefined> =>
  clusters(ctx).where("c.id", "=", id).executeTakeFirst();

/** The cards of one cluster, in their order; also those of a table that is gone. */
export const listClusterCards = (ctx: Context, cluster: ClusterId) =>
  ctx.db
    .selectFrom("cards as c")
    .leftJoin("workshopTables as t", "t.id", "c.tableId")
    .select(["c.id", "c.number", "c.text", "c.how", "t.title as table"])
    .where("c.clusterId", "=", cluster)
    .where("c.withdrawnAt", "is", null)
    .orderBy("c.number")
    .limit(500)
    .execute();

/** How many the asker can trace back from one name: the wall is searched, not read out. */
const mostFound = 8;

const likeWords = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`;

/** Cards that the asker may see, with the workshop they were written in. */
const cards = (ctx: Context) =>
  ctx.db
    .selectFrom("cards as c")
    .innerJoin("workshops as w", "w.id", "c.workshopId")
    .where("c.withdrawnAt", "is", null)
    .$if(!may.run(ctx), (query) => query.where("w.state", "in", openStates))
    .select(["c.id", "c.number", "c.text", "c.clusterId", "w.slug"]);

export const nameCards = (ctx: Context, ids: readonly Id<"card">[]) =>
  cards(ctx)
    .where("c.id", "in", [...ids])
    .limit(ids.length)
    .execute();

export const findCards = (ctx: Context, words: string) =>
  cards(ctx).where("c.text", "ilike", likeWords(words)).orderBy("c.id", "desc").limit(mostFound).execute();

export const nameClusters = (ctx: Context, ids: readonly ClusterId[]) =>
  clusters(ctx)
    .where("c.id", "in", [...ids])
    .limit(ids.length)
    .execute();

export const findClusters = (ctx: Context, words: string) =>
  clusters(ctx)
    .where("c.title", "ilike", likeWords(words))
    .orderBy("c.id", "desc")
    .limit(mostFound)
    .execute();

/** Cards of a finished workshop that stand in no cluster: nobody has done anything with them. */
export const listLooseCards = (ctx: Context) =>
  cards(ctx)
    .where("c.clusterId", "is", null)
    .where("w.state", "=", "finished")
    .orderBy("c.id")
    .limit(100)
    .execute();

/** Clusters of finished workshops that led to nothing that is tied. */
export const listBarrenClusters = (ctx: Context): Promise<ClusterRow[]> =>
  clusters(ctx)
    .where("w.state", "=", "finished")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("threads as t")
            .select("t.id")
            .whereRef("t.fromId", "=", "c.id")
            .where("t.fromKind", "=", "cardCluster"),
        ),
      ),
    )
    .orderBy("c.id")
    .limit(100)
    .execute();

const told = (ctx: Context) =>
  ctx.db
    .selectFrom("workshops")
    .select(["id", "slug", "title"])
    .$if(!may.run(ctx), (query) => query.where("state", "<>", "draft"));

export const nameWorkshops = (ctx: Context, ids: readonly WorkshopId[]) =>
  told(ctx)
    .where("id", "in", [...ids])
    .limit(ids.length)
    .execute();

export const findWorkshops = (ctx: Context, words: string) =>
  told(ctx).where("title", "ilike", likeWords(words)).orderBy("startsAt", "desc").limit(mostFound).execute();
