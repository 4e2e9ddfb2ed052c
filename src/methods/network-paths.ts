import { type Network, sizeOf } from "./network.ts";

/** What the shortest paths of a network say of each node. */
export type Paths = {
  /** On how many shortest paths between two others a node lies, each path by its share; each pair counts once. */
  readonly betweenness: Float64Array;
  /** Wasserman & Faust (1994): (r − 1)² ÷ ((n − 1) · sum of distances), r of n nodes being reached; 0 for an isolate. */
  readonly closeness: Float64Array;
  /** The sum of 1 ÷ distance to every other node. */
  readonly harmonic: Float64Array;
  /** The longest shortest path from each node within its component. */
  readonly eccentricity: Int32Array;
  /** The sum of the distances to all nodes that are reached. */
  readonly farness: Float64Array;
};

type Room = {
  readonly distance: Int32Array;
  readonly ways: Float64Array;
  readonly share: Float64Array;
  readonly queue: Int32Array;
};

const roomFor = (size: number): Room => ({
  distance: new Int32Array(size).fill(-1),
  ways: new Float64Array(size),
  share: new Float64Array(size),
  queue: new Int32Array(size),
});

// Breadth first from one node; the queue then holds all that is reached, the farthest last.
const reach = ({ offsets, neighbors }: Network, source: number, room: Room): number => {
  const { distance, ways, queue } = room;
  distance[source] = 0;
  ways[source] = 1;
  queue[0] = source;
  let count = 1;
  for (let at = 0; at < count; at++) {
    const node = queue[at] as number;
    const next = (distance[node] as number) + 1;
    const own = ways[node] as number;
    const end = offsets[node + 1] as number;
    for (let place = offsets[node] as number; place < end; place++) {
      const neighbor = neighbors[place] as number;
      const known = distance[neighbor] as number;
      if (known === -1) {
        distance[neighbor] = next;
        ways[neighbor] = own;
        queue[count++] = neighbor;
      } else if (known === next) ways[neighbor] = (ways[neighbor] as number) + own;
    }
  }
  return count;
};

// Brandes (2001): what flows back over each node, the farthest first.
const gather = (
  { offsets, neighbors }: Network,
  source: number,
  count: number,
  { distance, ways, share, queue }: Room,
  betweenness: Float64Array,
): void => {
  for (let at = count - 1; at > 0; at--) {
    const node = queue[at] as number;
    const part = (1 + (share[node] as number)) / (ways[node] as number);
    const before = (distance[node] as number) - 1;
    const end = offsets[node + 1] as number;
    for (let place = offsets[node] as number; place < end; place++) {
      const neighbor = neighbors[place] as number;
      if (distance[neighbor] === before)
        share[neighbor] = (share[neighbor] as number) + (ways[neighbor] as number) * part;
    }
    if (node !== source) betweenness[node] = (betweenness[node] as number) + (share[node] as number);
  }
};

const clear = (count: number, { distance, ways, share, queue }: Room): void => {
  for (let at = 0; at < count; at++) {
    const node = queue[at] as number;
    distance[node] = -1;
    ways[node] = 0;
    share[node] = 0;
  }
};

/** All measures of shortest paths in one walk from every node: O(n · m) steps. */
export const pathsOf = (network: Network): Paths => {
  const size = sizeOf(network);
  const room = roomFor(size);
  const betweenness = new Float64Array(size);
  const closeness = new Float64Array(size);
  const harmonic = new Float64Array(size);
  const eccentricity = new Int32Array(size);
  const farness = new Float64Array(size);
  for (let source = 0; source < size; source++) {
    const count = reach(network, source, room);
    let [sum, inverse] = [0, 0];
    for (let at = 1; at < count; at++) {
      const distance = room.distance[room.queue[at] as number] as number;
      sum += distance;
      inverse += 1 / distance;
    }
    farness[source] = sum;
    harmonic[source] = inverse;
    closeness[source] = sum === 0 ? 0 : (count - 1) ** 2 / ((size - 1) * sum);
    eccentricity[source] = count > 1 ? (room.distance[room.queue[count - 1] as number] as number) : 0;
    gather(network, source, count, room, betweenness);
    clear(count, room);
  }
  for (let node = 0; node < size; node++) betweenness[node] = (betweenness[node] as number) / 2;
  return { betweenness, closeness, harmonic, eccentricity, farness };
};

/**
 * Betweenness from some sources only, scaled up (Brandes & Pich 2007): exact when `sources` reaches the number of
 * nodes, an estimate below that. The sources are spread evenly over the nodes, so the same network gives the same.
 */
export const estimateBetweenness = (network: Network, sources: number): Float64Array => {
  const size = sizeOf(network);
  const taken = Math.min(size, sources);
  const room = roomFor(size);
  const betweenness = new Float64Array(size);
  for (let at = 0; at < taken; at++) {
    const source = Math.floor((at * size) / taken);
    const count = reach(network, source, room);
    gather(network, source, count, room, betweenness);
    clear(count, room);
  }
  const scale = taken === 0 ? 0 : size / taken / 2;
  return betweenness.map((value) => value * scale);
};

/** Betweenness by the most there could be, (n − 1)(n − 2) ÷ 2; unchanged below three nodes. */
export const normalizeBetweenness = (betweenness: Float64Array): Float64Array => {
  const size = betweenness.length;
  return size < 3 ? betweenness : betweenness.map((value) => (2 * value) / ((size - 1) * (size - 2)));
};

/** How much all shortest paths hang on one node (Freeman 1977): 1 in a star; from normalized values. */
export const betweennessCentralization = (normalized: Float64Array): number => {
  if (normalized.length < 3) return 0;
  const most = normalized.reduce((one, other) => Math.max(one, other), 0);
  return normalized.reduce((sum, value) => sum + most - value, 0) / (normalized.length - 1);
};
