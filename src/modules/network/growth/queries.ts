import type { Context } from "#core/context.ts";
import { dayOf } from "#core/local-time.ts";
import type { Drawing } from "#methods/network-drawing.ts";
import { drawGrowth, Growth, type GrowthTask } from "#methods/network-task.ts";
import {
  type Actor,
  listActors,
  listTies,
  type Tie,
  type TieFilter,
} from "#modules/network/cooperations/queries.ts";

export const sectors = ["civil", "public", "business"] as const;

/** The ties between organizations that may be shown, and those organizations. */
export type TownNetwork = { readonly actors: readonly Actor[]; readonly ties: readonly Tie[] };

/** Everything the picture, the measures and the exports are made of, in two queries. */
export const readNetwork = async (ctx: Context, filter: TieFilter = {}): Promise<TownNetwork> => {
  const actors = await listActors(ctx);
  const known = new Set(actors.map(({ id }) => id));
  const ties = (await listTies(ctx, filter)).filter(({ from, to }) => known.has(from) && known.has(to));
  return { actors, ties };
};

/** The ties as the methods take them: actors and cooperations by their places in lists. */
const datedNetwork = ({ actors, ties }: TownNetwork) => {
  const place = new Map(actors.map(({ id }, at) => [id, at]));
  const cooperations = new Map<string, number>();
  for (const { cooperationId } of ties)
    if (!cooperations.has(cooperationId)) cooperations.set(cooperationId, cooperations.size);
  return {
    ids: actors.map(({ id }): string => id),
    named: actors.map(({ slug, name }): [string, string] => [slug, name]),
    sectors: [...sectors],
    sectorOf: actors.map(({ sector }) => sectors.indexOf(sector)),
    ties: ties.map(({ from, to, startsOn, endsOn, cooperationId }) => ({
      from: place.get(from) ?? 0,
      to: place.get(to) ?? 0,
      startsOn,
      endsOn,
      cooperation: cooperations.get(cooperationId) ?? 0,
    })),
  };
};

/** The first year of any cooperation that may be shown; this year when there is none. */
const firstYear = async (ctx: Context): Promise<number> => {
  const row = await ctx.db
    .selectFrom("cooperations")
    .select((of) => of.fn.min("startsOn").as("first"))
    .where("state", "=", "confirmed")
    .where("internal", "=", false)
    .executeTakeFirst();
  return Number((row?.first ?? dayOf(ctx.now)).slice(0, 4));
};

const earlier = (one: string, other: string): string => (other.localeCompare(one) < 0 ? other : one);

/** The last day of a year, or today in the running one. */
const dayOfYear = (ctx: Context, year: number): string => {
  const [today, last] = [dayOf(ctx.now), `${year}-12-31`];
  return earlier(last, today);
};

const lastOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The ends of all months from the first tie on, and today. */
const monthsSince = (ctx: Context, year: number): string[] => {
  const today = dayOf(ctx.now);
  const days: string[] = [];
  for (let at = year * 12; days.at(-1) !== today; at++) {
    const day = lastOfMonth(Math.floor(at / 12), (at % 12) + 1);
    days.push(earlier(day, today));
  }
  return days.slice(-240);
};

/** Where everybody stands in the picture. */
export const listPositions = (ctx: Context) =>
  ctx.db
    .selectFrom("networkPositions")
    .select(["organizationId as id", "x", "y"])
    .orderBy("organizationId")
    .limit(10_000)
    .execute();

/** The years since the first one, and the day each is drawn for. */
const yearsOf = (ctx: Context, first: number) => {
  const now = Number(dayOf(ctx.now).slice(0, 4));
  const years = Array.from({ length: now - first + 1 }, (_, at) => first + at);
  return { years, yearDays: years.map((year) => dayOfYear(ctx, year)) };
};

/** What has to be measured and drawn now. */
export const findGrowthWork = async (ctx: Context): Promise<GrowthTask> => {
  const network = await readNetwork(ctx);
  const kept = await listPositions(ctx);
  const first = await firstYear(ctx);
  return {
    ...datedNetwork(network),
    ...yearsOf(ctx, first),
    days: monthsSince(ctx, first),
    kept: [...kept],
  };
};

// Beyond so many ties a page takes the drawing of the last job; a smaller network is drawn as it stands this moment.
const mostDrawnAtOnce = 2_000;

/** The network through years as the last job drew it; none for a small one. */
export const findKeptDrawing = async (ctx: Context): Promise<Drawing | undefined> => {
  const kept = await ctx.db
    .selectFrom("networkDrawings")
    .select("drawing")
    .where("ties", ">", mostDrawnAtOnce)
    .executeTakeFirst();
  return kept && JSON.parse(kept.drawing);
};

/** The network through years as it stands this moment, as far as a filter leaves it. */
export const drawNow = async (ctx: Context, filter: TieFilter): Promise<Drawing> => {
  const network = await readNetwork(ctx, filter);
  const places = await listPositions(ctx);
  return drawGrowth(
    { ...datedNetwork(network), ...yearsOf(ctx, await firstYear(ctx)) },
    new Map(places.map(({ id, x, y }) => [id, { x, y }])),
  );
};

const Snapshot = Growth.shape.snapshots.element;
export type MonthOfNetwork = ReturnType<typeof Snapshot.parse>;

/** The measures of the network, month by month, the earliest first; as the last job found them. */
export const listMonths = async (ctx: Context): Promise<readonly MonthOfNetwork[]> => {
  const rows = await ctx.db
    .selectFrom("networkMeasures")
    .select("measures")
    .orderBy("measuredOn")
    .limit(300)
    .execute();
  return rows.map(({ measures }) => Snapshot.parse(measures));
};
