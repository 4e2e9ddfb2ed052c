import { degreeOf, type Network, sizeOf } from "./network.ts";

/** How many of a node's neighbors know each other. */
export type Closure = {
  /** Triangles in which each node stands. */
  readonly triangles: Float64Array;
  /** Ties among the neighbors ÷ possible ones; 0 below two neighbors. */
  readonly clustering: Float64Array;
  /** The mean of that over all nodes; null for no node. */
  readonly averageClustering: number | null;
  /** Closed ÷ all paths of two ties; 0 where there is none. */
  readonly transitivity: number;
  readonly triangleCount: number;
};

/** How many neighbors two nodes share. */
const shared = ({ offsets, neighbors }: Network, one: number, other: number): number => {
  let [left, right] = [offsets[one] as number, offsets[other] as number];
  const [leftEnd, rightEnd] = [offsets[one + 1] as number, offsets[other + 1] as number];
  let count = 0;
  while (left < leftEnd && right < rightEnd) {
    const difference = (neighbors[left] as number) - (neighbors[right] as number);
    if (difference === 0) count += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return count;
};

/** Triangles, clustering and transitivity. */
export const closureOf = (network: Network): Closure => {
  const size = sizeOf(network);
  const triangles = new Float64Array(size);
  const { ties } = network;
  for (let at = 0; at < ties.length; at += 2) {
    const [from, to] = [ties[at] as number, ties[at + 1] as number];
    const count = shared(network, from, to) / 2;
    triangles[from] = (triangles[from] as number) + count;
    triangles[to] = (triangles[to] as number) + count;
  }
  const possible = (node: number): number => (degreeOf(network, node) * (degreeOf(network, node) - 1)) / 2;
  let [closed, open, sum] = [0, 0, 0];
  const clustering = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    const most = possible(node);
    const own = triangles[node] as number;
    clustering[node] = most === 0 ? 0 : own / most;
    sum += clustering[node] as number;
    closed += own;
    open += most;
  }
  return {
    triangles,
    clustering,
    averageClustering: size === 0 ? null : sum / size,
    transitivity: open === 0 ? 0 : closed / open,
    triangleCount: closed / 3,
  };
};

/** Burt (1992): how much a node is tied into one circle (constraint), and with how many it does not meet twice (effective size). */
export type Holes = {
  readonly constraint: readonly (number | null)[];
  readonly effectiveSize: readonly (number | null)[];
};

const constraintOf = (network: Network, node: number): number => {
  const { offsets, neighbors } = network;
  const circle = neighbors.subarray(offsets[node], offsets[node + 1]);
  const known = new Map<number, number>();
  // Over whom else one reaches each neighbor: each gives an equal part of their time to all they know.
  for (const via of circle)
    for (const end of neighbors.subarray(offsets[via], offsets[via + 1]))
      known.set(end, (known.get(end) ?? 0) + 1 / degreeOf(network, via));
  const own = 1 / circle.length;
  return circle.reduce((sum, neighbor) => sum + (own + own * (known.get(neighbor) ?? 0)) ** 2, 0);
};

/** Structural holes of each node; an isolate has none. */
export const holesOf = (network: Network, { triangles }: Closure): Holes => {
  const nodes = [...network.ids.keys()];
  const has = (node: number): boolean => degreeOf(network, node) > 0;
  return {
    constraint: nodes.map((node) => (has(node) ? constraintOf(network, node) : null)),
    effectiveSize: nodes.map((node) =>
      has(node)
        ? degreeOf(network, node) - (2 * (triangles[node] as number)) / degreeOf(network, node)
        : null,
    ),
  };
};
