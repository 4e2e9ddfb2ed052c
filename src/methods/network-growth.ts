import {
  buildNetwork,
  degreeCentralization,
  density,
  type Network,
  type Pair,
  sizeOf,
  tiesOf,
} from "./network.ts";
import { closureOf } from "./network-closure.ts";
import { communitiesOf } from "./network-communities.ts";
import { resilienceOf } from "./network-measures.ts";
import { componentsOf, coresOf, weaknessesOf } from "./network-parts.ts";
import { estimateBetweenness } from "./network-paths.ts";
import { mixingOf } from "./network-sectors.ts";

/** A tie between two actors by their places in the list; days as "2015-04-01", the last one included. */
export type DatedTie = {
  readonly from: number;
  readonly to: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
};

export type DatedNetwork = {
  readonly ids: readonly string[];
  readonly sectors: readonly string[];
  /** The place of each actor's sector in `sectors`. */
  readonly sectorOf: readonly number[];
  readonly ties: readonly DatedTie[];
};

/** What a network came to on one day: only actors that are tied on it count. */
export type Snapshot = {
  readonly on: string;
  readonly actors: number;
  /** Pairs that are tied; several cooperations of one pair are one. */
  readonly pairs: number;
  readonly cooperations: number;
  /** Against the snapshot before: pairs that came and went, and pairs that came back after a pause. */
  readonly came: number;
  readonly went: number;
  readonly returned: number;
  /** Pairs that came since the snapshot before, by the two sectors: `${lower} ${higher}`. */
  readonly cameBetween: Record<string, number>;
  readonly density: number;
  readonly meanDegree: number;
  readonly components: number;
  readonly largest: number;
  /** Actors that hang on one tie only. */
  readonly leaves: number;
  readonly bridges: number;
  readonly cutVertices: number;
  readonly deepestCore: number;
  readonly transitivity: number;
  readonly centralization: number;
  readonly crossShare: number | null;
  readonly externalInternal: number | null;
  readonly matrix: number[][];
  readonly threeSectorTriangles: number;
  /** Whoever lies on most shortest paths, in how many parts the network falls without it, and how many then still hang together. */
  readonly broker: string | null;
  readonly brokerParts: number;
  readonly brokerLeaves: number;
  /** From how many actors shortest paths were followed; as many as there are actors means exactly. */
  readonly pathSources: number;
  /** The number of communities and their modularity; only of the last day, since they take longest. */
  readonly communities: number | null;
  readonly modularity: number | null;
};

const isTied = ({ startsOn, endsOn }: DatedTie, on: string): boolean =>
  startsOn <= on && (endsOn === null || endsOn >= on);

type Day = {
  readonly network: Network;
  /** The place in the list of each node of the day. */
  readonly places: readonly number[];
  readonly pairs: ReadonlySet<number>;
  readonly cooperations: number;
};

const dayOf = ({ ids, ties }: DatedNetwork, on: string): Day => {
  const now = ties.filter((tie) => isTied(tie, on) && tie.from !== tie.to);
  const nodeOf = new Map<number, number>();
  for (const { from, to } of now)
    for (const place of [from, to]) if (!nodeOf.has(place)) nodeOf.set(place, nodeOf.size);
  const places = [...nodeOf.keys()].sort((a, b) => a - b);
  for (const [node, place] of places.entries()) nodeOf.set(place, node);
  const pairs = now.map(({ from, to }): Pair => [nodeOf.get(from) ?? -1, nodeOf.get(to) ?? -1]);
  return {
    network: buildNetwork(
      places.map((place) => ids[place] ?? ""),
      pairs,
    ),
    places,
    pairs: new Set(now.map(({ from, to }) => Math.min(from, to) * ids.length + Math.max(from, to))),
    cooperations: now.length,
  };
};

// Steps over a tie that all shortest paths of all days may take together, and those of the last day.
const mostSteps = 1e8;
const mostLast = 8e8;

const sourcesFor = (network: Network, most: number): number => {
  const one = sizeOf(network) + 2 * tiesOf(network);
  return Math.min(sizeOf(network), Math.max(8, Math.floor(most / Math.max(1, one))));
};

const changesOf = (
  { ids, sectorOf }: DatedNetwork,
  before: ReadonlySet<number>,
  now: ReadonlySet<number>,
  ever: ReadonlySet<number>,
) => {
  const cameBetween: Record<string, number> = {};
  let [came, returned] = [0, 0];
  for (const pair of now) {
    if (before.has(pair)) continue;
    came += 1;
    if (ever.has(pair)) returned += 1;
    const both = [sectorOf[Math.floor(pair / ids.length)] ?? 0, sectorOf[pair % ids.length] ?? 0].sort();
    cameBetween[both.join(" ")] = (cameBetween[both.join(" ")] ?? 0) + 1;
  }
  let went = 0;
  for (const pair of before) if (!now.has(pair)) went += 1;
  return { came, went, returned, cameBetween };
};

const measure = (
  dated: DatedNetwork,
  { network, places, cooperations }: Day,
  sources: number,
  last: boolean,
) => {
  const size = sizeOf(network);
  const components = componentsOf(network);
  const weak = weaknessesOf(network);
  const mixing = mixingOf(
    network,
    dated.sectors,
    places.map((place) => dated.sectorOf[place] ?? 0),
  );
  const resilience = resilienceOf(network, estimateBetweenness(network, sources));
  const communities = last ? communitiesOf(network) : undefined;
  return {
    actors: size,
    pairs: tiesOf(network),
    cooperations,
    density: density(network),
    meanDegree: size === 0 ? 0 : (2 * tiesOf(network)) / size,
    components: components.sizes.length,
    largest: components.sizes[0] ?? 0,
    leaves: network.ids.filter(
      (_, node) => (network.offsets[node + 1] ?? 0) - (network.offsets[node] ?? 0) === 1,
    ).length,
    bridges: weak.bridges.length,
    cutVertices: weak.cutVertices.length,
    deepestCore: coresOf(network).reduce((one, other) => Math.max(one, other), 0),
    transitivity: closureOf(network).transitivity,
    centralization: degreeCentralization(network),
    crossShare: mixing.crossShare,
    externalInternal: mixing.externalInternal,
    matrix: mixing.matrix.map((row) => [...row]),
    threeSectorTriangles: mixing.threeSectorTriangles,
    broker: resilience.broker === null ? null : (network.ids[resilience.broker] ?? null),
    brokerParts: resilience.parts,
    brokerLeaves: resilience.after,
    pathSources: sources,
    communities: communities?.sizes.length ?? null,
    modularity: communities?.modularity ?? null,
  };
};

/**
 * The value of every measure at each of these ascending days, from dated ties; communities only if they are asked for.
 * `steps` bounds what the shortest paths of a day may cost; beyond it they are followed from a sample of actors.
 */
export const growthOf = (
  dated: DatedNetwork,
  days: readonly string[],
  { communities = true, steps }: { readonly communities?: boolean; readonly steps?: number } = {},
): readonly Snapshot[] => {
  const snapshots: Snapshot[] = [];
  const ever = new Set<number>();
  let before: ReadonlySet<number> = new Set();
  for (const [at, on] of days.entries()) {
    const day = dayOf(dated, on);
    const last = at === days.length - 1;
    const sources = sourcesFor(day.network, steps ?? (last ? mostLast : mostSteps / days.length));
    const changes = changesOf(dated, before, day.pairs, ever);
    snapshots.push({ on, ...changes, ...measure(dated, day, sources, last && communities) });
    for (const pair of day.pairs) ever.add(pair);
    before = day.pairs;
  }
  return snapshots;
};
