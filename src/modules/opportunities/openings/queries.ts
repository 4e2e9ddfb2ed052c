import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Offer } from "#methods/match-gates.ts";
import { indexOf, type MatchIndex } from "#methods/match-index.ts";
import { type Weights, weightsFrom } from "#methods/match-score.ts";
import { offersOf, onOffer } from "#modules/opportunities/queries.ts";
import type { Opportunity } from "#modules/opportunities/schema.ts";
import { seatsFree } from "#modules/opportunities/vocabulary.ts";

const daysToConfirm = 90;
const day = 86_400_000;
const hour = 3_600_000;
/** How fresh an offer is and when it begins is reckoned by the full hour, so that one reckoning serves many readers. */
const hourOf = (now: Date): number => Math.floor(+now / hour) * hour;

type Facts = Pick<
  Opportunity,
  | "fields"
  | "skills"
  | "targetGroups"
  | "times"
  | "rhythm"
  | "company"
  | "languages"
  | "languagesRequired"
  | "latitude"
  | "longitude"
  | "placeKind"
  | "minimumAge"
  | "needsCheck"
  | "startsAt"
  | "accessibility"
  | "seats"
  | "seatsTaken"
  | "confirmedAt"
  | "publishedAt"
> & { readonly asked: number; readonly answers: number };

/** What the score needs to know of an offer. "Everyone" is no wish of anybody, so it counts as not answered. */
export const offerOf = (ctx: Pick<Context, "now">, row: Facts): Offer => {
  const now = hourOf(ctx.now);
  const age = now - +(row.confirmedAt ?? row.publishedAt ?? now);
  return {
    fields: row.fields,
    skills: row.skills,
    targetGroups: row.targetGroups.filter((code) => code !== "everyone"),
    times: row.times,
    rhythm: row.rhythm,
    company: row.company,
    languages: row.languages,
    languagesRequired: row.languagesRequired,
    where:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    anywhere: row.placeKind !== "onsite",
    minimumAge: row.minimumAge,
    needsCheck: row.needsCheck,
    startsInDays: row.startsAt && +row.startsAt > now ? (+row.startsAt - now) / day : null,
    accessibility: row.accessibility,
    seatsFree: seatsFree(row),
    freshness: Math.min(1, Math.max(0, 1 - age / (daysToConfirm * day))),
    answerRate: row.asked === 0 ? null : Math.min(1, row.answers / row.asked),
    waitingSince: +(row.publishedAt ?? now),
  };
};

const facts = [
  "opportunities.id",
  "opportunities.title",
  "opportunities.slug",
  "opportunities.fields",
  "opportunities.skills",
  "opportunities.targetGroups",
  "opportunities.times",
  "opportunities.rhythm",
  "opportunities.company",
  "opportunities.languages",
  "opportunities.languagesRequired",
  "opportunities.latitude",
  "opportunities.longitude",
  "opportunities.placeKind",
  "opportunities.minimumAge",
  "opportunities.needsCheck",
  "opportunities.startsAt",
  "opportunities.endsAt",
  "opportunities.townName",
  "opportunities.accessibility",
  "opportunities.durationMinutes",
  "opportunities.seats",
  "opportunities.seatsTaken",
  "opportunities.confirmedAt",
  "opportunities.publishedAt",
  "organizations.slug as organizationSlug",
  "organizations.name as organization",
  "organizations.asked",
  "organizations.answers",
] as const;

const most = 5_000;
const mostKept = 200_000;

const open = (ctx: Context, limit: number) =>
  offersOf(ctx)
    .select(facts)
    .where(onOffer(ctx))
    .orderBy("opportunities.publishedAt")
    .orderBy("opportunities.id")
    .limit(limit);

/** Every open offer of the town with what filters and score ask of it: one scan, the rest is arithmetic. */
export const listOpen = (ctx: Context) => open(ctx, most).execute();

export type OpenOffer = Awaited<ReturnType<typeof listOpen>>[number];

/** How much each answer weighs in this town. */
export const weightsOf = async (ctx: Context): Promise<Weights> => {
  const row = await ctx.db
    .selectFrom("places")
    .select("matchWeights")
    .where("id", "=", ctx.place.id)
    .executeTakeFirst();
  return weightsFrom(row?.matchWeights);
};

/** An open offer as the score sees it, with the row it was made from. */
export type Opening = Offer & {
  readonly id: Id<"opportunity">;
  readonly until: number | null;
  readonly row: OpenOffer;
};

const openingOf = (ctx: Pick<Context, "now">, row: OpenOffer): Opening => {
  const { rhythm, startsAt, endsAt, id } = row;
  const last = rhythm === "once" || rhythm === "slots" ? (endsAt ?? startsAt) : null;
  return { ...offerOf(ctx, row), id, until: last && +last, row };
};

type Kept = {
  readonly index: MatchIndex<Opening>;
  readonly asOf: number;
  /** What was visible when the index was last brought up to date. */
  snapshot: string;
};

// One per town and never shared between towns. Whoever used it last stands last.
const kept = new Map<Id<"place">, Kept>();
const mostTowns = 200;
const mostOffers = 500_000;

const keep = (place: Id<"place">, town: Kept): void => {
  kept.delete(place);
  kept.set(place, town);
  let offers = 0;
  for (const { index } of kept.values()) offers += index.size();
  for (const [id, { index }] of kept) {
    if (id === place || (kept.size <= mostTowns && offers <= mostOffers)) break;
    offers -= index.size();
    kept.delete(id);
  }
};

const mostChanges = 500;

// A row that was restored from elsewhere may carry a number that is not reached here yet: it was read at the start.
const unseen = (
  table: string,
  snapshot: string,
) => sql`(${sql.ref(table)}.changed_in >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
  and ${sql.ref(table)}.changed_in < pg_snapshot_xmax(pg_current_snapshot())
  and not pg_visible_in_snapshot(${sql.ref(table)}.changed_in, ${snapshot}::pg_snapshot))`;

const changedSince = (snapshot: string) => sql`array(
  select o.id from opportunities o where ${unseen("o", snapshot)}
  union select o.id from organizations g join opportunities o on o.place_id = g.place_id and o.organization_id = g.id
    where ${unseen("g", snapshot)} limit ${mostChanges + 1})`;

type Moment = {
  readonly snapshot: string;
  readonly writing: boolean;
  readonly changed: readonly Id<"opportunity">[];
};

const look = async (ctx: Context, known: Kept | undefined): Promise<Moment> => {
  const changed = known ? changedSince(known.snapshot) : sql`array[]::uuid[]`;
  const { rows } = await sql<Moment>`select pg_current_snapshot()::text as snapshot,
    pg_current_xact_id_if_assigned() is not null as writing, ${changed} as changed`.execute(ctx.db);
  const [moment] = rows;
  if (!moment) throw new Error("a row without a table is always there");
  return moment;
};

const inOneGo = 2_000;

/** Laid out piece by piece, so that nobody else has to wait while very many are read. */
const made = async (ctx: Context): Promise<MatchIndex<Opening>> => {
  const rows = await open(ctx, mostKept).execute();
  const index = indexOf<Opening>([]);
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % inOneGo === 0) await setImmediate();
    index.set(openingOf(ctx, row));
  }
  return index;
};

/**
 * The open offers of the town, ready to be asked what fits. They are kept in the memory of this process: each reader
 * asks the database in one question what was changed since the last one, and only that is read again. Every hour all
 * are read anew. A transaction that has written something reads for itself, as nobody else may see that yet.
 */
export const openings = async (ctx: Context): Promise<MatchIndex<Opening>> => {
  const asOf = hourOf(ctx.now);
  const before = kept.get(ctx.place.id);
  const known = before?.asOf === asOf ? before : undefined;
  const { snapshot, writing, changed } = await look(ctx, known);
  if (writing) return made(ctx);
  if (!known || changed.length > mostChanges) {
    const index = await made(ctx);
    keep(ctx.place.id, { index, asOf, snapshot });
    return index;
  }
  if (changed.length > 0) {
    const rows = await open(ctx, mostChanges)
      .where("opportunities.id", "in", [...changed])
      .execute();
    const still = new Map(rows.map((row) => [row.id, row]));
    for (const id of changed) {
      const row = still.get(id);
      if (row) known.index.set(openingOf(ctx, row));
      else known.index.remove(id);
    }
  }
  known.snapshot = snapshot;
  keep(ctx.place.id, known);
  return known.index;
};
