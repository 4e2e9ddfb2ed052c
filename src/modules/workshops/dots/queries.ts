import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { WorkshopId } from "#modules/workshops/queries.ts";

type ClusterId = Id<"cardCluster">;
type PhaseId = Id<"workshopPhase">;

/** The dots of one phone in one part of the day. */
export const listOwnDots = async (
  ctx: Context,
  phase: PhaseId,
  guest: Id<"workshopGuest">,
): Promise<ReadonlyMap<ClusterId, number>> => {
  const rows = await ctx.db
    .selectFrom("workshopDots as d")
    .innerJoin("cardClusters as c", "c.id", "d.clusterId")
    .select(["d.clusterId", "d.count"])
    .where("d.guestId", "=", guest)
    .where("c.phaseId", "=", phase)
    .limit(200)
    .execute();
  return new Map(rows.map(({ clusterId, count }) => [clusterId, count]));
};

export type Dots = { readonly phone: number; readonly paper: number; readonly all: number };
export const noDots: Dots = { phone: 0, paper: 0, all: 0 };

/** How many dots each cluster of the day has, from phones and from paper. */
export const countDots = async (
  ctx: Context,
  workshop: WorkshopId,
): Promise<ReadonlyMap<ClusterId, Dots>> => {
  const { rows } = await sql<{ cluster: ClusterId; phone: number; paper: number }>`
    select cluster_id as cluster, coalesce(sum(count) filter (where guest_id is not null), 0)::int as phone,
      coalesce(sum(count) filter (where guest_id is null), 0)::int as paper
    from workshop_dots where workshop_id = ${workshop} group by cluster_id limit 2000`.execute(ctx.db);
  return new Map(rows.map(({ cluster, phone, paper }) => [cluster, { phone, paper, all: phone + paper }]));
};

/** Who gave dots in each part of the day: phones, and people on paper. */
export type DotBase = { readonly phones: number; readonly paper: number; readonly all: number };

/** The base of the dots, phase by phase: without it their number says nothing. */
export const countDotGivers = async (
  ctx: Context,
  workshop: WorkshopId,
): Promise<ReadonlyMap<PhaseId, DotBase>> => {
  const { rows } = await sql<{ phase: PhaseId; phones: number; paper: number }>`
    select p.id as phase, p.paper_people as paper,
      (select count(distinct d.guest_id)::int from workshop_dots d join card_clusters c on c.place_id = d.place_id and c.id = d.cluster_id
        where c.phase_id = p.id) as phones
    from workshop_phases p where p.workshop_id = ${workshop} limit 100`.execute(ctx.db);
  return new Map(rows.map(({ phase, phones, paper }) => [phase, { phones, paper, all: phones + paper }]));
};
