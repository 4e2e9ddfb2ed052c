import type { Context } from "#core/context.ts";
import { dayOf } from "#core/local-time.ts";
import { Growth, type GrowthTask } from "#methods/network-task.ts";
import { type Actor, listActors, listTies, type Tie } from "#modules/network/cooperations/queries.ts";

export const sectors = ["civil", "public", "business"] as const;

/** The ties between organizations that may be shown, and those organizations. */
export type TownNetwork = { readonly actors: readonly Actor[]; readonly ties: readonly Tie[] };

/** Everything the picture, the measures and the exports are made of, in two queries. */
export const readNetwork = async (ctx: Context): Promise<TownNetwork> => {
  const actors = await listActors(ctx);
  const known = new Set(actors.map(({ id }) => id));
  const ties = (await listTies(ctx)).filter(({ from, to }) => known.has(from) && known.has(to));
  return { actors, ties };
};

/** The ties as the methods take them: by places in the list of actors. */
export const datedNetwork = ({ actors, ties }: TownNetwork) => {
  const place = new Map(actors.map(({ id }, at) => [id, at]));
  return {
    ids: actors.map(({ id }): string => id),
    sectors: [...sectors],
    sectorOf: actors.map(({ sector }) => sectors.indexOf(sector)),
    ties: ties.map(({ from, to, startsOn, endsOn }) => ({
      from: place.get(from) ?? 0,
      to: place.get(to) ?? 0,
      startsOn,
      endsOn,
    })),
  };
};

/** The first year of any tie; this year when there is none. */
export const firstYear = (ctx: Context, ties: readonly Pick<Tie, "startsOn">[]): number => {
  const now = Number(dayOf(ctx.now).slice(0, 4));
  return ties.reduce((year, { startsOn }) => Math.min(year, Number(startsOn.slice(0, 4))), now);
};

const earlier = (one: string, other: string): string => (other.localeCompare(one) < 0 ? other : one);

/** The last day of a year, or today in the running one. */
export const dayOfYear = (ctx: Context, year: number): string => {
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

/** What has to be measured now. */
export const findGrowthWork = async (ctx: Context): Promise<GrowthTask> => {
  const network = await readNetwork(ctx);
  const kept = await listPositions(ctx);
  return {
    ...datedNetwork(network),
    days: monthsSince(ctx, firstYear(ctx, network.ties)),
    kept: [...kept],
  };
};

/** Where everybody stands in the picture. */
export const listPositions = (ctx: Context) =>
  ctx.db
    .selectFrom("networkPositions")
    .select(["organizationId as id", "x", "y"])
    .orderBy("organizationId")
    .limit(10_000)
    .execute();
export type PlacedActor = Awaited<ReturnType<typeof listPositions>>[number];

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
