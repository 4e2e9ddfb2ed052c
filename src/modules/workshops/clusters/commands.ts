import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line, paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { tieAnew } from "#modules/threads/commands.ts";
import { may } from "#modules/workshops/policy.ts";
import type { CardCluster } from "#modules/workshops/schema.ts";
import { mostClusters } from "./queries.ts";

type ClusterId = Id<"cardCluster">;
type PhaseId = Id<"workshopPhase">;

export const ClusterInput = z.object({
  title: line(200),
  words: paragraph(4_000)
    .optional()
    .transform((value) => value ?? ""),
});
export type ClusterInput = z.output<typeof ClusterInput>;

// Two who sort at once queue at the phase, so that orders and undoings do not mix.
const lockPhase = async (ctx: Context, id: PhaseId) => {
  allow(may.run(ctx));
  return found(
    await ctx.db
      .selectFrom("workshopPhases")
      .select(["id", "workshopId"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );
};

const lockCluster = async (ctx: Context, id: ClusterId): Promise<CardCluster> => {
  allow(may.run(ctx));
  return found(
    await ctx.db.selectFrom("cardClusters").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
};

const place = async (ctx: Context, ids: readonly Id<"card">[], cluster: ClusterId | null): Promise<void> => {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable("cards")
    .set({ clusterId: cluster, changedAt: ctx.now })
    .where("id", "in", [...ids])
    .execute();
};

/** Makes a cluster at the end of its phase. */
export const addCluster = async (
  ctx: Context,
  phase: PhaseId,
  input: ClusterInput,
): Promise<Outcome<ClusterId, "tooMany">> => {
  const { workshopId } = await lockPhase(ctx, phase);
  const { n, last } = await ctx.db
    .selectFrom("cardClusters")
    .select(({ fn }) => [fn.countAll<number>().as("n"), fn.max("position").as("last")])
    .where("phaseId", "=", phase)
    .executeTakeFirstOrThrow();
  if (n >= mostClusters) return refused("tooMany");
  const { id } = await ctx.db
    .insertInto("cardClusters")
    .values({ ...input, workshopId, phaseId: phase, position: (last ?? -1) + 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "card_cluster.added", id, { workshopId });
  return done(id);
};

/** Says anew what the cards of a cluster say together; both wordings are kept in the history. */
export const changeCluster = async (
  ctx: Context,
  id: ClusterId,
  input: ClusterInput,
  why?: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { title, words } = await lockCluster(ctx, id);
  if (title === input.title && words === input.words) return;
  await ctx.db
    .updateTable("cardClusters")
    .set({ ...input, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "card_cluster.changed", id, { before: { title, words }, after: input, ...why });
};

/** Moves a cluster one place on the wall. */
export const shiftCluster = async (ctx: Context, id: ClusterId, by: -1 | 1): Promise<void> => {
  const { phaseId } = await lockCluster(ctx, id);
  const rows = await ctx.db
    .selectFrom("cardClusters")
    .select("id")
    .where("phaseId", "=", phaseId)
    .orderBy("position")
    .orderBy("id")
    .limit(mostClusters)
    .execute();
  const order = rows.map((row) => row.id);
  const from = order.indexOf(id);
  const to = from + by;
  if (to < 0 || to >= order.length) return;
  order.splice(to, 0, ...order.splice(from, 1));
  await sql`update card_clusters c set position = o.at, changed_at = ${ctx.now}
    from unnest(${order}::uuid[]) with ordinality o(id, at) where o.id = c.id`.execute(ctx.db);
};

/** A card, and where it lay when the page was drawn. */
export type Move = { readonly card: Id<"card">; readonly from: ClusterId | null };

/** A card and where it was seen, as one value of a box: "card.cluster" or "card.-". */
export const moveValue = (card: string, from: string | null): string => `${card}.${from ?? "-"}`;

export type Sorted = { readonly moved: number; readonly elsewhere: readonly number[] };

/**
 * Puts cards into a cluster, or back among the unsorted with null. A card that somebody else has moved meanwhile stays
 * where they put it, and its number is told.
 */
export const sortCards = async (
  ctx: Context,
  phase: PhaseId,
  moves: readonly Move[],
  to: ClusterId | null,
): Promise<Outcome<Sorted, "gone">> => {
  await lockPhase(ctx, phase);
  if (to !== null) {
    const there = await ctx.db
      .selectFrom("cardClusters")
      .select("id")
      .where("id", "=", to)
      .where("phaseId", "=", phase)
      .executeTakeFirst();
    if (!there) return refused("gone");
  }
  if (moves.length === 0) return done({ moved: 0, elsewhere: [] });
  const seen = new Map(moves.map(({ card, from }) => [card, from]));
  const rows = await ctx.db
    .selectFrom("cards")
    .select(["id", "number", "clusterId"])
    .where("phaseId", "=", phase)
    .where("withdrawnAt", "is", null)
    .where("id", "in", [...seen.keys()])
    .limit(seen.size)
    .execute();
  const asSeen = rows.filter(({ id, clusterId }) => seen.get(id) === clusterId && clusterId !== to);
  const elsewhere = rows.filter(({ id, clusterId }) => seen.get(id) !== clusterId && clusterId !== to);
  await place(
    ctx,
    asSeen.map(({ id }) => id),
    to,
  );
  if (asSeen.length > 0)
    await record(ctx, "card.sorted", phase, {
      to,
      cards: asSeen.map(({ id, clusterId }) => ({ id, from: clusterId })),
    });
  return done({ moved: asSeen.length, elsewhere: elsewhere.map(({ number }) => number) });
};

/** Puts two clusters together: cards, dots, corrections, steps and threads of the first belong to the second. */
export const mergeClusters = async (
  ctx: Context,
  id: ClusterId,
  into: ClusterId,
): Promise<Outcome<null, "same" | "otherPhase">> => {
  if (id === into) return refused("same");
  const [first, second] = [await lockCluster(ctx, id), await lockCluster(ctx, into)];
  if (first.phaseId !== second.phaseId) return refused("otherPhase");
  await ctx.db
    .updateTable("cards")
    .set({ clusterId: into, changedAt: ctx.now })
    .where("clusterId", "=", id)
    .execute();
  await sql`with gone as (delete from workshop_dots where cluster_id = ${id} returning workshop_id, guest_id, count),
    added as (update workshop_dots d set count = d.count + gone.count from gone
      where d.cluster_id = ${into} and d.guest_id is not distinct from gone.guest_id returning d.guest_id)
    insert into workshop_dots (workshop_id, cluster_id, guest_id, count)
    select workshop_id, ${into}, guest_id, count from gone
    where not exists (select from added where added.guest_id is not distinct from gone.guest_id)`.execute(
    ctx.db,
  );
  await ctx.db
    .updateTable("workshopCorrections")
    .set({ clusterId: into })
    .where("clusterId", "=", id)
    .execute();
  await ctx.db.updateTable("workshopSteps").set({ clusterId: into }).where("clusterId", "=", id).execute();
  await tieAnew(ctx, { kind: "cardCluster", id }, { kind: "cardCluster", id: into });
  await ctx.db.deleteFrom("cardClusters").where("id", "=", id).execute();
  await record(ctx, "card_cluster.merged", into, { title: first.title, words: first.words });
  return done(null);
};

const isUsed = async (ctx: Context, id: ClusterId): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`select
    exists (select from workshop_dots where cluster_id = ${id})
    or exists (select from workshop_corrections where cluster_id = ${id})
    or exists (select from workshop_steps where cluster_id = ${id}) as used`.execute(ctx.db);
  return rows[0]?.used ?? false;
};

/** Takes a cluster off the wall; its cards are unsorted again. What was weighed or spoken about stays. */
export const removeCluster = async (ctx: Context, id: ClusterId): Promise<Outcome<null, "used">> => {
  const { title, words } = await lockCluster(ctx, id);
  if (await isUsed(ctx, id)) return refused("used");
  await ctx.db
    .updateTable("cards")
    .set({ clusterId: null, changedAt: ctx.now })
    .where("clusterId", "=", id)
    .execute();
  await ctx.db.deleteFrom("cardClusters").where("id", "=", id).execute();
  await record(ctx, "card_cluster.removed", id, { title, words });
  return done(null);
};
