import { type Clustering, groupPlane, settle } from "./opinion-clusters.ts";
import {
  componentsOf,
  type OpinionComponents,
  type OpinionSums,
  positionsOf,
  sumOpinions,
} from "./opinion-components.ts";
import { type OpinionMatrix, onTheMap } from "./opinion-matrix.ts";
import { extremityOf, prioritiesOf } from "./opinion-priority.ts";
import {
  type Consensus,
  consensusOf,
  countAll,
  countGroups,
  groupInformedConsensus,
  type OpinionCounts,
  type Representative,
  representativeOf,
} from "./opinion-representative.ts";

/** Fewer people make no stable groups. */
export const fewestPeople = 50;
/** Groups that come out again less often than this are none. */
export const leastStability = 0.8;

/** Where everybody stands, and who stands together. */
export type OpinionGroups = {
  /** Rows of the matrix, of those who said enough. */
  readonly rows: Int32Array;
  /** x, y, x, y … of these rows. */
  readonly positions: Float64Array;
  /** The group of each of these rows, from 0; the largest is 0. */
  readonly labels: Int32Array;
  readonly count: number;
  readonly silhouette: number;
  readonly stability: number;
  readonly isStable: boolean;
  readonly components: OpinionComponents;
  readonly clustering: Clustering | undefined;
};

/** The largest group first; among equals the one with the lowest row. */
const ranked = (labels: Int32Array, count: number): Int32Array => {
  const sizes = new Int32Array(count);
  const firsts = new Int32Array(count).fill(labels.length);
  for (const [at, label] of labels.entries()) {
    sizes[label] = (sizes[label] ?? 0) + 1;
    firsts[label] = Math.min(firsts[label] ?? 0, at);
  }
  const order = [...sizes.keys()].sort(
    (one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0) || (firsts[one] ?? 0) - (firsts[other] ?? 0),
  );
  const places = new Map(order.map((label, place) => [label, place]));
  return labels.map((label) => places.get(label) ?? 0);
};

/** What was found before: where to begin when a vote arrives. */
export type Before = { readonly sums: OpinionSums; readonly groups: OpinionGroups };

/** Components, positions and groups of a matrix; the same for the same seed, whatever order the votes came in. */
export const groupsOf = (
  matrix: OpinionMatrix,
  { seed = 1, sums = sumOpinions(matrix) }: { readonly seed?: number; readonly sums?: OpinionSums } = {},
): OpinionGroups => {
  const components = componentsOf(sums, matrix.out);
  const { rows, positions, plane } = placed(matrix, components);
  const grouping = groupPlane(plane, seed);
  const labels = grouping?.clustering.labels ?? new Int32Array(rows.length);
  const count = grouping ? grouping.clustering.centers.length / 2 : Math.min(1, rows.length);
  const stability = grouping?.stability ?? 0;
  return {
    rows,
    positions,
    labels: ranked(labels, count),
    count,
    silhouette: grouping?.silhouette ?? 0,
    stability,
    isStable: rows.length >= fewestPeople && stability >= leastStability,
    components,
    clustering: grouping?.clustering,
  };
};

const placed = (matrix: OpinionMatrix, components: OpinionComponents) => {
  const rows = onTheMap(matrix);
  const all = positionsOf(matrix, components);
  const positions = new Float64Array(rows.length * 2);
  for (const [at, row] of rows.entries()) {
    positions[at * 2] = all[row * 2] ?? 0;
    positions[at * 2 + 1] = all[row * 2 + 1] ?? 0;
  }
  const plane = { points: positions, weights: new Float64Array(rows.length).fill(1) };
  return { rows, positions, plane };
};

/**
 * The same after a vote was added to the matrix and the sums: begins where it stood, keeps the number of groups and
 * what is known of their stability. How many groups there are is asked anew from time to time, by `groupsOf`.
 */
export const moveGroups = (matrix: OpinionMatrix, { sums, groups }: Before): OpinionGroups => {
  const components = componentsOf(sums, matrix.out, groups.components.subspace);
  const { rows, positions, plane } = placed(matrix, components);
  if (!groups.clustering) return groupsOf(matrix, { sums });
  const clustering = settle(plane, groups.clustering.centers);
  return {
    ...groups,
    rows,
    positions,
    labels: ranked(clustering.labels, groups.count),
    components,
    clustering,
  };
};

/** Everything the map says. Statements are columns of the matrix. */
export type OpinionMap = OpinionGroups & {
  readonly members: readonly (readonly number[])[];
  readonly counts: readonly OpinionCounts[];
  readonly all: OpinionCounts;
  readonly representative: readonly (readonly Representative[])[];
  readonly consensus: { readonly agree: readonly Consensus[]; readonly disagree: readonly Consensus[] };
  readonly uniting: Float64Array;
  readonly priorities: Float64Array;
};

/** What groups say: their votes, what represents them, what unites everybody, what to ask next. */
export const mapOf = (matrix: OpinionMatrix, groups: OpinionGroups, meta: Uint8Array): OpinionMap => {
  const members = Array.from({ length: groups.count }, (_, group) =>
    [...groups.rows].filter((_row, at) => groups.labels[at] === group),
  );
  const counts = countGroups(matrix, members);
  const all = countAll(matrix);
  return {
    ...groups,
    members,
    counts,
    all,
    representative: representativeOf(matrix, counts),
    consensus: consensusOf(matrix, all),
    uniting: groupInformedConsensus(counts, matrix.statements.length),
    priorities: prioritiesOf(all, extremityOf(groups.components, matrix.out), meta),
  };
};
