import { degreeOf, type Network, sizeOf, tiesOf } from "./network.ts";

/** Groups that are tied more among themselves than chance would have it. */
export type Communities = {
  /** The community of each node; 0 is the largest, of equal ones the one with the first node. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
  /** Newman & Girvan (2004); 0 for a network without ties. */
  readonly modularity: number;
};

/** Ties within communities beyond what their degrees would give by chance, as a share of all ties. */
export const modularityOf = (network: Network, of: ArrayLike<number>): number => {
  const count = tiesOf(network);
  if (count === 0) return 0;
  const degrees = new Map<number, number>();
  let within = 0;
  for (let node = 0; node < sizeOf(network); node++)
    degrees.set(of[node] as number, (degrees.get(of[node] as number) ?? 0) + degreeOf(network, node));
  for (let at = 0; at < network.ties.length; at += 2)
    if (of[network.ties[at] as number] === of[network.ties[at + 1] as number]) within += 1;
  let expected = 0;
  for (const degree of degrees.values()) expected += (degree / (2 * count)) ** 2;
  return within / count - expected;
};

// A weighted graph as it is folded together: a node stands for a community of the level below.
type Folded = {
  readonly offsets: Int32Array;
  readonly neighbors: Int32Array;
  readonly weights: Float64Array;
  readonly degrees: Float64Array;
  readonly total: number;
};

// mulberry32: the same numbers for the same seed, in every engine.
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const shuffle = (order: Int32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
};

const plain = (network: Network): Folded => ({
  offsets: network.offsets,
  neighbors: network.neighbors,
  weights: new Float64Array(network.neighbors.length).fill(1),
  degrees: Float64Array.from({ length: sizeOf(network) }, (_, node) => degreeOf(network, node)),
  total: network.neighbors.length,
});

// Each node goes to the neighboring community where it gains most, until nobody gains; answers whether anybody moved.
const improve = (graph: Folded, of: Int32Array, random: () => number): boolean => {
  const size = of.length;
  const { offsets, neighbors, weights, degrees, total } = graph;
  const sums = new Float64Array(size);
  for (let node = 0; node < size; node++)
    sums[of[node] as number] = (sums[of[node] as number] as number) + (degrees[node] as number);
  const order = Int32Array.from({ length: size }, (_, node) => node);
  shuffle(order, random);
  const tied = new Float64Array(size);
  const touched = new Int32Array(size);
  let moved = false;
  for (let again = true; again; ) {
    again = false;
    for (const node of order) {
      const home = of[node] as number;
      const degree = degrees[node] as number;
      let count = 0;
      const end = offsets[node + 1] as number;
      for (let place = offsets[node] as number; place < end; place++) {
        const neighbor = neighbors[place] as number;
        if (neighbor === node) continue;
        const community = of[neighbor] as number;
        if (tied[community] === 0) touched[count++] = community;
        tied[community] = (tied[community] as number) + (weights[place] as number);
      }
      sums[home] = (sums[home] as number) - degree;
      let best = home;
      let gain = (tied[home] as number) - ((sums[home] as number) * degree) / total;
      for (let at = 0; at < count; at++) {
        const community = touched[at] as number;
        const other = (tied[community] as number) - ((sums[community] as number) * degree) / total;
        if (other > gain + 1e-12) [best, gain] = [community, other];
      }
      for (let at = 0; at < count; at++) tied[touched[at] as number] = 0;
      sums[best] = (sums[best] as number) + degree;
      if (best === home) continue;
      of[node] = best;
      again = moved = true;
    }
  }
  return moved;
};

// Numbers the communities from 0 on, in the order of their first nodes.
const renumber = (of: Int32Array): number => {
  const names = new Map<number, number>();
  for (const [node, community] of of.entries()) {
    const name = names.get(community) ?? names.size;
    names.set(community, name);
    of[node] = name;
  }
  return names.size;
};

const fold = (graph: Folded, of: Int32Array, count: number): Folded => {
  const rows: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  const degrees = new Float64Array(count);
  for (let node = 0; node < of.length; node++) {
    const own = of[node] as number;
    degrees[own] = (degrees[own] as number) + (graph.degrees[node] as number);
    const row = rows[own] as Map<number, number>;
    for (let place = graph.offsets[node] as number; place < (graph.offsets[node + 1] as number); place++) {
      const other = of[graph.neighbors[place] as number] as number;
      row.set(other, (row.get(other) ?? 0) + (graph.weights[place] as number));
    }
  }
  const offsets = new Int32Array(count + 1);
  for (const [at, row] of rows.entries()) offsets[at + 1] = (offsets[at] as number) + row.size;
  return {
    offsets,
    neighbors: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    weights: Float64Array.from(rows.flatMap((row) => [...row.values()])),
    degrees,
    total: graph.total,
  };
};

// Louvain (Blondel et al. 2008) from a given division; folds until nothing gains, then once more node by node.
const climb = (graph: Folded, start: Int32Array, random: () => number): Int32Array => {
  const of = start.slice();
  for (let again = true; again; ) {
    improve(graph, of, random);
    let level = of;
    let count = renumber(of);
    let folded = fold(graph, of, count);
    for (;;) {
      const above = Int32Array.from({ length: count }, (_, at) => at);
      if (!improve(folded, above, random)) break;
      const before = folded;
      for (const [node, community] of of.entries()) of[node] = above[community] as number;
      level = above;
      count = renumber(of);
      renumber(level);
      folded = fold(before, level, count);
    }
    again = improve(graph, of, random);
  }
  renumber(of);
  return of;
};

// A part of the division is thrown together anew, so that the next climb may find a higher top.
const shake = (best: Int32Array, share: number, random: () => number): Int32Array => {
  const size = best.length;
  return best.map((community) => (random() < share ? Math.floor(random() * size) : community));
};

const rankBySize = (of: Int32Array): Pick<Communities, "of" | "sizes"> => {
  const sizes = new Array<number>(renumber(of)).fill(0);
  for (const community of of) sizes[community] = (sizes[community] as number) + 1;
  const order = [...sizes.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const rank = new Int32Array(sizes.length);
  for (const [place, community] of order.entries()) rank[community] = place;
  return {
    of: of.map((community) => rank[community] as number),
    sizes: order.map((community) => sizes[community] as number),
  };
};

const mostWork = 15_000_000;

/**
 * The best of many seeded Louvain runs, each going on from the best so far or from nothing; more runs the smaller the
 * network. The same network and seed give the same communities.
 */
export const communitiesOf = (network: Network, seed = 1): Communities => {
  const size = sizeOf(network);
  const alone = Int32Array.from({ length: size }, (_, node) => node);
  if (tiesOf(network) === 0) return { ...rankBySize(alone), modularity: 0 };
  const graph = plain(network);
  const random = randomFrom(seed);
  const runs = Math.max(3, Math.min(400, Math.floor(mostWork / (graph.total * 12 + size * 12))));
  let best = climb(graph, alone, random);
  let most = modularityOf(network, best);
  for (let run = 1; run < runs; run++) {
    const start = run % 2 === 0 ? alone : shake(best, 0.1 + 0.3 * random(), random);
    const found = climb(graph, start, random);
    const modularity = modularityOf(network, found);
    if (modularity > most + 1e-12) [best, most] = [found, modularity];
  }
  return { ...rankBySize(best), modularity: most };
};
