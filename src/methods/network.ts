/** An undirected, unweighted graph without loops or doubled ties, as plain numbers; neighbors of each node ascend. */
export type Network = {
  readonly ids: readonly string[];
  /** The neighbors of node i stand from offsets[i] to offsets[i + 1]. */
  readonly offsets: Int32Array;
  readonly neighbors: Int32Array;
  /** Each tie once, the lower node first: two numbers a tie. */
  readonly ties: Int32Array;
};

/** A pair of nodes by their places in `ids`. */
export type Pair = readonly [from: number, to: number];

export const sizeOf = ({ ids }: Network): number => ids.length;
export const tiesOf = ({ ties }: Network): number => ties.length / 2;
export const degreeOf = ({ offsets }: Network, node: number): number =>
  (offsets[node + 1] as number) - (offsets[node] as number);

// Doubled ties stand side by side once they are sorted; a loop is no tie.
const distinct = (size: number, pairs: readonly Pair[]): Int32Array => {
  const keys = new Float64Array(pairs.length);
  let count = 0;
  for (const [from, to] of pairs)
    if (from !== to) keys[count++] = Math.min(from, to) * size + Math.max(from, to);
  const sorted = keys.subarray(0, count).sort();
  const ties = new Int32Array(count * 2);
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const key = sorted[at] as number;
    if (at > 0 && key === sorted[at - 1]) continue;
    ties[kept++] = Math.floor(key / size);
    ties[kept++] = key % size;
  }
  return ties.slice(0, kept);
};

/** The graph of these nodes and pairs. A pair that names no node is an error of the caller. */
export const buildNetwork = (ids: readonly string[], pairs: readonly Pair[]): Network => {
  const size = ids.length;
  for (const [from, to] of pairs)
    if (!(from >= 0 && from < size && to >= 0 && to < size)) throw new RangeError("a tie names no node");
  const ties = distinct(size, pairs);
  const offsets = new Int32Array(size + 1);
  for (const node of ties) offsets[node + 1] = (offsets[node + 1] as number) + 1;
  for (let node = 0; node < size; node++)
    offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number);
  const next = offsets.slice(0, size);
  const neighbors = new Int32Array(ties.length);
  const put = (node: number, neighbor: number): void => {
    const place = next[node] as number;
    neighbors[place] = neighbor;
    next[node] = place + 1;
  };
  // Ties ascend, so lower neighbors come before higher ones when they are put first.
  for (let at = 0; at < ties.length; at += 2) put(ties[at + 1] as number, ties[at] as number);
  for (let at = 0; at < ties.length; at += 2) put(ties[at] as number, ties[at + 1] as number);
  return { ids, offsets, neighbors, ties };
};

/** The same nodes without one of them. */
export const without = (network: Network, node: number): Network => {
  const place = (old: number): number => (old > node ? old - 1 : old);
  const pairs: Pair[] = [];
  for (let at = 0; at < network.ties.length; at += 2) {
    const [from, to] = [network.ties[at] as number, network.ties[at + 1] as number];
    if (from !== node && to !== node) pairs.push([place(from), place(to)]);
  }
  return buildNetwork(
    network.ids.filter((_, at) => at !== node),
    pairs,
  );
};

/** Ties ÷ possible ties; 0 below two nodes. */
export const density = (network: Network): number => {
  const size = sizeOf(network);
  return size < 2 ? 0 : (2 * tiesOf(network)) / (size * (size - 1));
};

/** Degree ÷ (n − 1), 1 for a single node, as NetworkX gives it. */
export const degreeCentrality = (network: Network): Float64Array => {
  const size = sizeOf(network);
  return Float64Array.from({ length: size }, (_, node) =>
    size <= 1 ? 1 : degreeOf(network, node) / (size - 1),
  );
};

/** How much all ties hang on one node (Freeman 1978): 1 in a star, 0 where all have the same; 0 below three nodes. */
export const degreeCentralization = (network: Network): number => {
  const size = sizeOf(network);
  if (size < 3) return 0;
  let most = 0;
  let sum = 0;
  for (let node = 0; node < size; node++) {
    const degree = degreeOf(network, node);
    sum += degree;
    most = Math.max(most, degree);
  }
  return (size * most - sum) / ((size - 1) * (size - 2));
};

/** Whether nodes of like degree are tied (Newman 2002): Pearson's r over both ends of all ties; null without variance. */
export const degreeAssortativity = (network: Network): number | null => {
  const { ties } = network;
  if (ties.length === 0) return null;
  let [sum, squares, products] = [0, 0, 0];
  for (let at = 0; at < ties.length; at += 2) {
    const from = degreeOf(network, ties[at] as number);
    const to = degreeOf(network, ties[at + 1] as number);
    sum += from + to;
    squares += from * from + to * to;
    products += 2 * from * to;
  }
  const count = ties.length;
  const variance = count * squares - sum * sum;
  return variance === 0 ? null : (count * products - sum * sum) / variance;
};
