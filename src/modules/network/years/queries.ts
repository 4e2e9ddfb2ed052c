import type { Context } from "#core/context.ts";
import { dayOf } from "#core/local-time.ts";
import { growthOf, type Snapshot } from "#methods/network-growth.ts";
import type { Actor, CooperationId, PartOfActor, Tie } from "#modules/network/cooperations/queries.ts";
import {
  datedNetwork,
  dayOfYear,
  firstYear,
  listMonths,
  listPositions,
  type MonthOfNetwork,
  type PlacedActor,
  readNetwork,
  type TownNetwork,
} from "#modules/network/growth/queries.ts";
import type { CooperationKind } from "#modules/network/vocabulary.ts";

/** What of the network somebody looks at. */
export type Look = {
  readonly year?: number | undefined;
  /** The year beside it. */
  readonly beside?: number | undefined;
  readonly kind?: CooperationKind | undefined;
  readonly field?: string | undefined;
  /** One organization and everybody it is tied to. */
  readonly organization?: string | undefined;
};

/** One year of the picture. */
export type Year = {
  readonly year: number;
  readonly on: string;
  readonly measures: Snapshot;
  /** Ties on that day. */
  readonly ties: readonly Tie[];
  /** Actors tied on that day. */
  readonly tied: ReadonlySet<string>;
  readonly core: number;
  readonly politicalCore: boolean;
};

export type Seen = {
  readonly network: TownNetwork;
  /** Whoever can be chosen. */
  readonly everybody: TownNetwork["actors"];
  readonly positions: ReadonlyMap<string, PlacedActor>;
  readonly years: readonly number[];
  readonly now: Year;
  readonly beside: Year | undefined;
  readonly months: readonly MonthOfNetwork[];
  readonly fields: readonly string[];
  readonly ego: Actor | undefined;
  readonly filtered: boolean;
};

const isOn = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }, on: string): boolean =>
  startsOn <= on && (endsOn === null || endsOn >= on);

const partOn = (actor: Actor, on: string): PartOfActor | undefined =>
  actor.parts.findLast((part) => isOn(part, on));

const yearOf = (ctx: Context, network: TownNetwork, year: number, before: number | undefined): Year => {
  const on = dayOfYear(ctx, year);
  const days = before === undefined ? [on] : [dayOfYear(ctx, before), on];
  const measures = growthOf(datedNetwork(network), days.toSorted(), { communities: false }).find(
    (one) => one.on === on,
  );
  if (!measures) throw new Error("a day was not measured");
  const ties = network.ties.filter((tie) => isOn(tie, on));
  const cores = network.actors.map((actor) => partOn(actor, on)).filter((part) => part?.part === "core");
  return {
    year,
    on,
    measures,
    ties,
    tied: new Set(ties.flatMap(({ from, to }) => [from as string, to as string])),
    core: cores.length,
    politicalCore: cores.some((part) => part?.political),
  };
};

const narrowed = (
  { actors, ties }: TownNetwork,
  { kind, field }: Look,
  ego: Actor | undefined,
): TownNetwork => {
  const some = ties.filter((tie) => (!kind || tie.kind === kind) && (!field || tie.field === field));
  if (!ego) return { actors, ties: some };
  const circle = new Set<string>([ego.id]);
  for (const { from, to } of some)
    if (from === ego.id || to === ego.id) {
      circle.add(from);
      circle.add(to);
    }
  return {
    actors: actors.filter(({ id }) => circle.has(id)),
    ties: some.filter(({ from, to }) => circle.has(from) && circle.has(to)),
  };
};

const withinYears = (years: readonly number[], year: number | undefined): number | undefined =>
  year !== undefined && years.includes(year) ? year : undefined;

/** Everything the page shows: the network of a year, maybe another beside it, and what changed. */
export const lookAt = async (ctx: Context, look: Look): Promise<Seen> => {
  const whole = await readNetwork(ctx);
  const positions = await listPositions(ctx);
  const months = await listMonths(ctx);
  const last = Number(dayOf(ctx.now).slice(0, 4));
  const first = firstYear(ctx, whole.ties);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const ego = whole.actors.find(({ slug }) => slug === look.organization);
  const network = narrowed(whole, look, ego);
  const year = withinYears(years, look.year) ?? last;
  const beside = withinYears(years, look.beside);
  return {
    network,
    everybody: whole.actors,
    positions: new Map(positions.map((place) => [place.id, place])),
    years,
    now: yearOf(ctx, network, year, beside ?? (year > first ? first : undefined)),
    beside: beside === undefined || beside === year ? undefined : yearOf(ctx, network, beside, undefined),
    months,
    fields: [...new Set(whole.ties.map(({ field }) => field).filter((field) => field !== ""))].sort(),
    ego,
    filtered: look.kind !== undefined || look.field !== undefined || ego !== undefined,
  };
};

/** The actors of a year with their ties, the most tied first. */
export const listRows = ({ actors }: TownNetwork, { ties, on }: Year) =>
  actors
    .map((actor) => {
      const own = ties.filter(({ from, to }) => from === actor.id || to === actor.id);
      const others = new Set(own.map(({ from, to }) => (from === actor.id ? to : from)));
      const cooperations = new Set(own.map(({ cooperationId }): CooperationId => cooperationId));
      return { actor, ties: others.size, cooperations: cooperations.size, part: partOn(actor, on)?.part };
    })
    .filter((row) => row.ties > 0)
    .sort((a, b) => b.ties - a.ties || a.actor.name.localeCompare(b.actor.name, "de"));
export type ActorRow = ReturnType<typeof listRows>[number];
