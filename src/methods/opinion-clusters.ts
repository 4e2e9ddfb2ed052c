import { evenFrom } from "./opinion-directions.ts";

/** Points of a plane as x, y, x, y … and how much each weighs. */
export type Plane = { readonly points: Float64Array; readonly weights: Float64Array };

export type Clustering = {
  /** The cluster of each point. */
  readonly labels: Int32Array;
  readonly centers: Float64Array;
  /** Sum of squared distances to the own center, weighed. */
  readonly spread: number;
};

const mostRounds = 100;

const squared = (one: Float64Array, i: number, other: Float64Array, j: number): number => {
  const x = (one[i * 2] ?? 0) - (other[j * 2] ?? 0);
  const y = (one[i * 2 + 1] ?? 0) - (other[j * 2 + 1] ?? 0);
  return x * x + y * y;
};

/** Centers to begin with: each far from those before, by chance (k-means++). */
const seeded = ({ points, weights }: Plane, k: number, random: () => number): Float64Array => {
  const count = weights.length;
  const centers = new Float64Array(k * 2);
  const nearest = new Float64Array(count).fill(Infinity);
  for (let center = 0; center < k; center++) {
    let sum = 0;
    for (let index = 0; index < count; index++)
      sum += (weights[index] ?? 0) * (center === 0 ? 1 : (nearest[index] ?? 0));
    let left = random() * sum;
    let taken = count - 1;
    for (let index = 0; index < count; index++) {
      left -= (weights[index] ?? 0) * (center === 0 ? 1 : (nearest[index] ?? 0));
      if (left < 0) {
        taken = index;
        break;
      }
    }
    centers.set(points.subarray(taken * 2, taken * 2 + 2), center * 2);
    for (let index = 0; index < count; index++)
      nearest[index] = Math.min(nearest[index] ?? 0, squared(points, index, centers, center));
  }
  return centers;
};

const assign = ({ points }: Plane, centers: Float64Array, labels: Int32Array): boolean => {
  let moved = false;
  for (let index = 0; index < labels.length; index++) {
    let best = 0;
    let distance = Infinity;
    for (let center = 0; center * 2 < centers.length; center++) {
      const away = squared(points, index, centers, center);
      if (away < distance) {
        distance = away;
        best = center;
      }
    }
    if (labels[index] !== best) moved = true;
    labels[index] = best;
  }
  return moved;
};

/** From these centers to the nearest rest: every point goes to its nearest center, every center to the middle. */
export const settle = (plane: Plane, from: Float64Array): Clustering => {
  const { points, weights } = plane;
  const centers = Float64Array.from(from);
  const labels = new Int32Array(weights.length).fill(-1);
  for (let round = 0; round < mostRounds && assign(plane, centers, labels); round++) {
    const sums = new Float64Array(centers.length);
    const heavy = new Float64Array(centers.length / 2);
    for (let index = 0; index < labels.length; index++) {
      const label = labels[index] ?? 0;
      const weight = weights[index] ?? 0;
      heavy[label] = (heavy[label] ?? 0) + weight;
      sums[label * 2] = (sums[label * 2] ?? 0) + weight * (points[index * 2] ?? 0);
      sums[label * 2 + 1] = (sums[label * 2 + 1] ?? 0) + weight * (points[index * 2 + 1] ?? 0);
    }
    for (let part = 0; part < centers.length; part++) {
      const mass = heavy[part >> 1] ?? 0;
      if (mass > 0) centers[part] = (sums[part] ?? 0) / mass;
    }
  }
  let spread = 0;
  for (let index = 0; index < labels.length; index++)
    spread += (weights[index] ?? 0) * squared(points, index, centers, labels[index] ?? 0);
  return { labels, centers, spread };
};

/** Clusterings from this many beginnings, the tightest first. */
export const restarts = (plane: Plane, k: number, times: number, seed: number): readonly Clustering[] => {
  const random = evenFrom(seed);
  return Array.from({ length: times }, () => settle(plane, seeded(plane, k, random))).sort(
    (one, other) => one.spread - other.spread,
  );
};

/** How much nearer points are to their own cluster than to the next one: mean over all points, -1 to 1. */
export const silhouettes = (plane: Plane, clusterings: readonly Clustering[]): readonly number[] => {
  const { points, weights } = plane;
  const count = weights.length;
  const sums = clusterings.map(({ centers }) => new Float64Array(centers.length / 2));
  const sizes = clusterings.map(({ labels, centers }) => {
    const size = new Int32Array(centers.length / 2);
    for (const label of labels) size[label] = (size[label] ?? 0) + 1;
    return size;
  });
  const totals = new Float64Array(clusterings.length);
  for (let one = 0; one < count; one++) {
    for (const sum of sums) sum.fill(0);
    for (let other = 0; other < count; other++) {
      const distance = Math.sqrt(squared(points, one, points, other));
      for (const [index, { labels }] of clusterings.entries()) {
        const sum = sums[index];
        const label = labels[other] ?? 0;
        if (sum) sum[label] = (sum[label] ?? 0) + distance;
      }
    }
    for (const [index, { labels }] of clusterings.entries()) {
      const own = labels[one] ?? 0;
      const ownSize = sizes[index]?.[own] ?? 0;
      if (ownSize < 2) continue;
      const inside = (sums[index]?.[own] ?? 0) / (ownSize - 1);
      let outside = Infinity;
      for (const [label, size] of (sizes[index] ?? []).entries())
        if (label !== own && size > 0) outside = Math.min(outside, (sums[index]?.[label] ?? 0) / size);
      const larger = Math.max(inside, outside);
      if (Number.isFinite(outside) && larger > 0)
        totals[index] = (totals[index] ?? 0) + (outside - inside) / larger;
    }
  }
  return [...totals].map((total) => (count > 0 ? total / count : 0));
};

const choose2 = (count: number): number => (count * (count - 1)) / 2;

/** How far two clusterings of the same points agree: 1 the same, 0 as by chance (adjusted Rand index). */
export const agreementOf = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (let index = 0; index < one.length; index++) {
    const [row, column] = [one[index] ?? 0, other[index] ?? 0];
    const key = `${row} ${column}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
    rows.set(row, (rows.get(row) ?? 0) + 1);
    columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  const pairs = (counts: Iterable<number>): number => [...counts].reduce((sum, n) => sum + choose2(n), 0);
  const inBoth = pairs(cells.values());
  const inRows = pairs(rows.values());
  const inColumns = pairs(columns.values());
  const all = choose2(one.length);
  const byChance = all > 0 ? (inRows * inColumns) / all : 0;
  const most = (inRows + inColumns) / 2;
  return most === byChance ? 1 : (inBoth - byChance) / (most - byChance);
};

const most = 5;
const peoplePerCluster = 12;
const beginnings = 20;
const samples = 20;
const sampled = 0.8;

const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 1;

const sampleOf = ({ points, weights }: Plane, random: () => number) => {
  const taken = [...weights.keys()].filter(() => random() < sampled);
  return {
    taken,
    plane: {
      points: Float64Array.from(
        taken.flatMap((index) => [points[index * 2] ?? 0, points[index * 2 + 1] ?? 0]),
      ),
      weights: Float64Array.from(taken, (index) => weights[index] ?? 0),
    },
  };
};

export type Grouping = {
  readonly clustering: Clustering;
  readonly silhouette: number;
  /** How far the same groups come out again: from other beginnings, and from four fifths of the people. */
  readonly stability: number;
};

/** The same groups, from other beginnings and from four fifths of the points: the lower of both means. */
export const stabilityOf = (
  plane: Plane,
  best: Clustering,
  all: readonly Clustering[],
  seed: number,
): number => {
  const k = best.centers.length / 2;
  const random = evenFrom(seed ^ 0x5bd1e995);
  const again = mean(all.slice(1).map(({ labels }) => agreementOf(best.labels, labels)));
  const fewer = mean(
    Array.from({ length: samples }, (_, index) => {
      const { taken, plane: part } = sampleOf(plane, random);
      const [found] = restarts(part, Math.min(k, taken.length), 3, seed + index + 1);
      return found
        ? agreementOf(
            taken.map((point) => best.labels[point] ?? 0),
            found.labels,
          )
        : 0;
    }),
  );
  return Math.min(again, fewer);
};

/** Two to five groups, as many as lie apart most clearly. Undefined where fewer than two points are. */
export const groupPlane = (plane: Plane, seed: number): Grouping | undefined => {
  const count = plane.weights.length;
  const largest = Math.min(most, 2 + Math.floor(count / peoplePerCluster), count);
  if (largest < 2) return undefined;
  const tried = Array.from({ length: largest - 1 }, (_, index) =>
    restarts(plane, index + 2, beginnings, seed),
  );
  const bests = tried.flatMap((all) => all.slice(0, 1));
  const scores = silhouettes(plane, bests);
  const index = scores.reduce((best, score, at) => (score > (scores[best] ?? 0) ? at : best), 0);
  const clustering = bests[index];
  if (!clustering) return undefined;
  return {
    clustering,
    silhouette: scores[index] ?? 0,
    stability: stabilityOf(plane, clustering, tried[index] ?? [], seed),
  };
};
