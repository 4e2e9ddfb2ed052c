import { type Network, sizeOf } from "./network.ts";

/** How ties run within and between the sectors. */
export type SectorMixing = {
  readonly sectors: readonly string[];
  /** Ties between each two sectors; within one on the diagonal. Both halves are filled. */
  readonly matrix: readonly (readonly number[])[];
  /** Ties between two sectors ÷ all ties; null without ties. */
  readonly crossShare: number | null;
  /** Krackhardt & Stern (1988): (external − internal) ÷ all ties, −1 … 1; null without ties. */
  readonly externalInternal: number | null;
  /** The same for each sector: its own ties only. */
  readonly bySector: readonly (number | null)[];
  /** Triangles with one node of each of three sectors. */
  readonly threeSectorTriangles: number;
};

const index = (external: number, internal: number): number | null =>
  external + internal === 0 ? null : (external - internal) / (external + internal);

// A triangle is met at its lowest node, by two neighbors that are tied.
const crossTriangles = ({ ids, offsets, neighbors }: Network, sectorOf: ArrayLike<number>): number => {
  const mark = new Int32Array(ids.length).fill(-1);
  let count = 0;
  for (let node = 0; node < ids.length; node++) {
    const own = neighbors.subarray(offsets[node], offsets[node + 1]);
    for (const neighbor of own) mark[neighbor] = node;
    for (const second of own) {
      if (second < node || sectorOf[second] === sectorOf[node]) continue;
      for (const third of neighbors.subarray(offsets[second], offsets[second + 1])) {
        if (third < second || mark[third] !== node) continue;
        if (sectorOf[third] !== sectorOf[node] && sectorOf[third] !== sectorOf[second]) count += 1;
      }
    }
  }
  return count;
};

/** How the sectors are tied; `sectorOf` gives each node's place in `sectors`. */
export const mixingOf = (
  network: Network,
  sectors: readonly string[],
  sectorOf: ArrayLike<number>,
): SectorMixing => {
  if (sectorOf.length !== sizeOf(network)) throw new RangeError("every node needs a sector");
  const matrix = sectors.map(() => sectors.map(() => 0));
  const add = (one: number, other: number): void => {
    const row = matrix[one];
    if (row) row[other] = (row[other] ?? 0) + 1;
  };
  for (let at = 0; at < network.ties.length; at += 2) {
    const one = sectorOf[network.ties[at] as number] as number;
    const other = sectorOf[network.ties[at + 1] as number] as number;
    add(one, other);
    if (one !== other) add(other, one);
  }
  const internalOf = (sector: number): number => matrix[sector]?.[sector] ?? 0;
  const externalOf = (sector: number): number =>
    (matrix[sector] ?? []).reduce((sum, count, other) => (other === sector ? sum : sum + count), 0);
  const places = [...sectors.keys()];
  const internal = places.reduce((sum, sector) => sum + internalOf(sector), 0);
  const external = places.reduce((sum, sector) => sum + externalOf(sector), 0) / 2;
  return {
    sectors,
    matrix,
    crossShare: external + internal === 0 ? null : external / (external + internal),
    externalInternal: index(external, internal),
    bySector: places.map((sector) => index(externalOf(sector), internalOf(sector))),
    threeSectorTriangles: crossTriangles(network, sectorOf),
  };
};
