import { degreeOf, type Network, sizeOf, tiesOf } from "./network.ts";

const exact = 1e-13;
// At most so many steps over a tie, so that a long chain of nodes cannot hold the house up.
const mostWork = 4e8;

const iterations = (network: Network): number =>
  Math.max(1_000, Math.min(200_000, Math.floor(mostWork / (tiesOf(network) * 2 + sizeOf(network) + 1))));

const difference = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] as number)), 0);

/**
 * Eigenvector centrality (Bonacich 1972): whoever is tied to those who are tied well. Power iteration on A + I from
 * an even start, to length 1; of several components the strongest counts.
 */
export const eigenvectorOf = (network: Network): Float64Array => {
  const size = sizeOf(network);
  const { offsets, neighbors } = network;
  let now = new Float64Array(size).fill(size === 0 ? 0 : 1 / Math.sqrt(size));
  let next = new Float64Array(size);
  for (let round = iterations(network); round > 0; round--) {
    let length = 0;
    for (let node = 0; node < size; node++) {
      let sum = now[node] as number;
      const end = offsets[node + 1] as number;
      for (let place = offsets[node] as number; place < end; place++)
        sum += now[neighbors[place] as number] as number;
      next[node] = sum;
      length += sum * sum;
    }
    const scale = 1 / Math.sqrt(length);
    for (let node = 0; node < size; node++) next[node] = (next[node] as number) * scale;
    const moved = difference(now, next);
    [now, next] = [next, now];
    if (moved < size * exact) break;
  }
  return now;
};

/** PageRank (Brin & Page 1998): where a walk stands that follows a tie with `damping`, and else begins anywhere. */
export const pageRankOf = (network: Network, damping = 0.85): Float64Array => {
  const size = sizeOf(network);
  const { offsets, neighbors } = network;
  let now = new Float64Array(size).fill(size === 0 ? 0 : 1 / size);
  let next = new Float64Array(size);
  for (let round = iterations(network); round > 0; round--) {
    let stuck = 0;
    for (let node = 0; node < size; node++) if (degreeOf(network, node) === 0) stuck += now[node] as number;
    next.fill((1 - damping + damping * stuck) / size);
    for (let node = 0; node < size; node++) {
      const end = offsets[node + 1] as number;
      const start = offsets[node] as number;
      const part = (damping * (now[node] as number)) / (end - start);
      for (let place = start; place < end; place++) {
        const neighbor = neighbors[place] as number;
        next[neighbor] = (next[neighbor] as number) + part;
      }
    }
    const moved = difference(now, next);
    [now, next] = [next, now];
    if (moved < size * exact) break;
  }
  return now;
};
