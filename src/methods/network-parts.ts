import { degreeOf, type Network, sizeOf } from "./network.ts";

/** Which nodes hang together: the number of its component for each node, and the sizes, largest first. */
export type Components = { readonly of: Int32Array; readonly sizes: readonly number[] };

/** The components of a network; component 0 is the largest, of equal ones the one with the first node. */
export const componentsOf = (network: Network): Components => {
  const size = sizeOf(network);
  const found = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  const sizes: number[] = [];
  for (let start = 0; start < size; start++) {
    if (found[start] !== -1) continue;
    found[start] = sizes.length;
    queue[0] = start;
    let count = 1;
    for (let at = 0; at < count; at++) {
      const node = queue[at] as number;
      const end = network.offsets[node + 1] as number;
      for (let place = network.offsets[node] as number; place < end; place++) {
        const neighbor = network.neighbors[place] as number;
        if (found[neighbor] !== -1) continue;
        found[neighbor] = sizes.length;
        queue[count++] = neighbor;
      }
    }
    sizes.push(count);
  }
  const order = sizes.map((_, at) => at).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const rank = new Int32Array(sizes.length);
  for (const [place, component] of order.entries()) rank[component] = place;
  return {
    of: found.map((component) => rank[component] as number),
    sizes: order.map((component) => sizes[component] as number),
  };
};

/** The core number of each node: the largest k so that it stands in a part where everybody has k ties (Batagelj & Zaveršnik 2003). */
export const coresOf = (network: Network): Int32Array => {
  const size = sizeOf(network);
  const core = Int32Array.from({ length: size }, (_, node) => degreeOf(network, node));
  const most = core.reduce((one, other) => Math.max(one, other), 0);
  const starts = new Int32Array(most + 2);
  for (const degree of core) starts[degree + 1] = (starts[degree + 1] as number) + 1;
  for (let degree = 0; degree <= most; degree++)
    starts[degree + 1] = (starts[degree + 1] as number) + (starts[degree] as number);
  const order = new Int32Array(size);
  const place = new Int32Array(size);
  const next = starts.slice();
  for (let node = 0; node < size; node++) {
    const at = next[core[node] as number] as number;
    next[core[node] as number] = at + 1;
    order[at] = node;
    place[node] = at;
  }
  for (let at = 0; at < size; at++) {
    const node = order[at] as number;
    const own = core[node] as number;
    const end = network.offsets[node + 1] as number;
    for (let step = network.offsets[node] as number; step < end; step++) {
      const neighbor = network.neighbors[step] as number;
      const degree = core[neighbor] as number;
      if (degree <= own) continue;
      // Swap the neighbor with the first of its degree, then let that degree begin one later.
      const first = Math.max(starts[degree] as number, at + 1);
      const swapped = order[first] as number;
      const from = place[neighbor] as number;
      order[from] = swapped;
      place[swapped] = from;
      order[first] = neighbor;
      place[neighbor] = first;
      starts[degree] = first + 1;
      core[neighbor] = degree - 1;
    }
  }
  return core;
};

/** Ties and nodes without which more falls apart than before. */
export type Weaknesses = {
  readonly bridges: readonly (readonly [from: number, to: number])[];
  readonly cutVertices: readonly number[];
};

type Walk = {
  readonly entered: Int32Array;
  readonly low: Int32Array;
  readonly parent: Int32Array;
  readonly next: Int32Array;
  readonly cut: Uint8Array;
  readonly bridges: (readonly [number, number])[];
  clock: number;
};

const leave = (walk: Walk, node: number, root: number): void => {
  const parent = walk.parent[node] as number;
  if (parent === -1) return;
  const low = walk.low[node] as number;
  walk.low[parent] = Math.min(walk.low[parent] as number, low);
  if (low > (walk.entered[parent] as number))
    walk.bridges.push([Math.min(parent, node), Math.max(parent, node)]);
  if (parent !== root && low >= (walk.entered[parent] as number)) walk.cut[parent] = 1;
};

const walkFrom = ({ offsets, neighbors }: Network, root: number, walk: Walk): void => {
  const stack = [root];
  let children = 0;
  walk.entered[root] = walk.low[root] = walk.clock++;
  while (stack.length > 0) {
    const node = stack.at(-1) as number;
    const place = walk.next[node] as number;
    if (place === offsets[node + 1]) {
      stack.pop();
      leave(walk, node, root);
      continue;
    }
    walk.next[node] = place + 1;
    const neighbor = neighbors[place] as number;
    if (walk.entered[neighbor] === -1) {
      if (node === root) children += 1;
      walk.parent[neighbor] = node;
      walk.entered[neighbor] = walk.low[neighbor] = walk.clock++;
      stack.push(neighbor);
    } else if (neighbor !== walk.parent[node])
      walk.low[node] = Math.min(walk.low[node] as number, walk.entered[neighbor] as number);
  }
  if (children > 1) walk.cut[root] = 1;
};

/** Bridges and cut vertices in one walk (Tarjan 1974), in ascending order. */
export const weaknessesOf = (network: Network): Weaknesses => {
  const size = sizeOf(network);
  const walk: Walk = {
    entered: new Int32Array(size).fill(-1),
    low: new Int32Array(size),
    parent: new Int32Array(size).fill(-1),
    next: network.offsets.slice(0, size),
    cut: new Uint8Array(size),
    bridges: [],
    clock: 0,
  };
  for (let node = 0; node < size; node++) if (walk.entered[node] === -1) walkFrom(network, node, walk);
  return {
    bridges: walk.bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    cutVertices: [...walk.cut.keys()].filter((node) => walk.cut[node] === 1),
  };
};
