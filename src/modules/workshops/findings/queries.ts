import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { type Count, combineCounts } from "#methods/combine-counts.ts";
import { listAllClusters } from "#modules/workshops/clusters/queries.ts";
import { listCorrections } from "#modules/workshops/corrections/queries.ts";
import { countDotGivers, countDots } from "#modules/workshops/dots/queries.ts";
import { countGuests } from "#modules/workshops/guests/queries.ts";
import { listPhotos } from "#modules/workshops/photos/queries.ts";
import { listPhases, listTables, type WorkshopId } from "#modules/workshops/queries.ts";
import { countSectors } from "#modules/workshops/registrations/queries.ts";
import { listSteps } from "#modules/workshops/steps/queries.ts";
import { sectorName, sectors } from "#modules/workshops/vocabulary.ts";
import { say } from "./messages.ts";

/** Fewer than this are told together with others. */
const fewest = 5;
const examplesEach = 3;

export type Example = {
  readonly clusterId: Id<"cardCluster">;
  readonly number: number;
  readonly text: string;
  readonly table: string | null;
};

// The first cards of each cluster, from as many tables as there are.
const listExamples = async (ctx: Context, workshop: WorkshopId): Promise<readonly Example[]> => {
  const { rows } = await sql<Example>`
    select cluster_id, number, text, title as "table" from (
      select c.cluster_id, c.number, c.text, t.title,
        row_number() over (partition by c.cluster_id order by r, c.number) as place
      from (select k.*, row_number() over (partition by k.cluster_id, k.table_id order by k.number) as r
        from cards k where k.workshop_id = ${workshop} and k.withdrawn_at is null and k.cluster_id is not null) c
      left join workshop_tables t on t.place_id = c.place_id and t.id = c.table_id
    ) ranked where place <= ${examplesEach} order by cluster_id, place limit 1000`.execute(ctx.db);
  return rows;
};

export type TableCount = {
  readonly phase: Id<"workshopPhase">;
  readonly table: Id<"workshopTable"> | null;
  readonly n: number;
};

const countByTable = async (ctx: Context, workshop: WorkshopId): Promise<readonly TableCount[]> => {
  const { rows } = await sql<TableCount>`select phase_id as phase, table_id as "table", count(*)::int as n
    from cards where workshop_id = ${workshop} and withdrawn_at is null
    group by phase_id, table_id limit 2000`.execute(ctx.db);
  return rows;
};

export type Participants = {
  readonly all: number;
  /** By sector, small groups told together; nothing when all are too few. */
  readonly sectors: readonly Count[] | undefined;
  /** Were they ticked off at the door, or did they register? */
  readonly present: boolean;
};

const countParticipants = async (ctx: Context, workshop: WorkshopId): Promise<Participants> => {
  const there = await countSectors(ctx, workshop, true);
  const present = there.size > 0;
  const counted = present ? there : await countSectors(ctx, workshop);
  const words = say(ctx);
  const counts = [
    ...sectors.map((sector) => ({ label: sectorName(ctx, sector), n: counted.get(sector) ?? 0 })),
    { label: words("sectorNone"), n: counted.get(null) ?? 0 },
  ];
  const together = (labels: readonly string[]) => words("sectorsTogether", { labels: labels.join(", ") });
  return {
    all: counts.reduce((sum, { n }) => sum + n, 0),
    sectors: combineCounts(counts, fewest, together),
    present,
  };
};

/** Everything of the day that its report tells. */
export const readDay = async (ctx: Context, workshop: WorkshopId) => ({
  phases: await listPhases(ctx, workshop),
  tables: await listTables(ctx, workshop),
  clusters: await listAllClusters(ctx, workshop),
  examples: await listExamples(ctx, workshop),
  byTable: await countByTable(ctx, workshop),
  dots: await countDots(ctx, workshop),
  givers: await countDotGivers(ctx, workshop),
  participants: await countParticipants(ctx, workshop),
  phones: await countGuests(ctx, workshop),
  corrections: await listCorrections(ctx, workshop),
  steps: await listSteps(ctx, workshop),
  photos: (await listPhotos(ctx, workshop)).filter(({ use }) => use === "report"),
});

export type Day = Awaited<ReturnType<typeof readDay>>;
