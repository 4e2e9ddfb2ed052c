import { ownDirections } from "./opinion-directions.ts";
import { countSaid, type OpinionMatrix, unsaid } from "./opinion-matrix.ts";

/**
 * Sums over people, all of them whole numbers, so that adding one vote gives exactly what counting anew would give.
 * For two statements s and t: `pairs` how many said both, `products` the sum of vote × vote, `given` the sum of what
 * was said of s by those who said something of t.
 */
export type OpinionSums = {
  readonly pairs: Float64Array;
  readonly products: Float64Array;
  readonly given: Float64Array;
};

/** Adds one person's votes to the sums, `times` 1; or takes them out, `times` -1. */
const addRow = (
  { pairs, products, given }: OpinionSums,
  { cells, statements }: Pick<OpinionMatrix, "cells" | "statements">,
  row: number,
): void => {
  const width = statements.length;
  const said: number[] = [];
  for (let column = 0; column < width; column++)
    if (cells[row * width + column] !== unsaid) said.push(column);
  for (const one of said) {
    const vote = cells[row * width + one] ?? 0;
    for (const other of said) {
      const at = one * width + other;
      pairs[at] = (pairs[at] ?? 0) + 1;
      given[at] = (given[at] ?? 0) + vote;
      products[at] = (products[at] ?? 0) + vote * (cells[row * width + other] ?? 0);
    }
  }
};

/** The sums of all votes. */
export const sumOpinions = (matrix: OpinionMatrix): OpinionSums => {
  const size = matrix.statements.length ** 2;
  const sums = {
    pairs: new Float64Array(size),
    products: new Float64Array(size),
    given: new Float64Array(size),
  };
  for (let row = 0; row < matrix.participants.length; row++) addRow(sums, matrix, row);
  return sums;
};

/** One vote arrives or is changed: the matrix and its sums follow, in the time of one row. */
export const addOpinion = (
  sums: OpinionSums,
  { cells, statements }: Pick<OpinionMatrix, "cells" | "statements">,
  { row, column, vote }: { readonly row: number; readonly column: number; readonly vote: -1 | 0 | 1 },
): void => {
  const width = statements.length;
  const { pairs, products, given } = sums;
  const cell = row * width + column;
  const before = cells[cell] ?? unsaid;
  cells[cell] = vote;
  const old = before === unsaid ? 0 : before;
  const isNew = before === unsaid ? 1 : 0;
  for (let other = 0; other < width; other++) {
    const theirs = other === column ? unsaid : (cells[row * width + other] ?? unsaid);
    if (theirs === unsaid) continue;
    const here = column * width + other;
    const there = other * width + column;
    pairs[here] = (pairs[here] ?? 0) + isNew;
    pairs[there] = (pairs[there] ?? 0) + isNew;
    given[here] = (given[here] ?? 0) + vote - old;
    given[there] = (given[there] ?? 0) + isNew * theirs;
    products[here] = (products[here] ?? 0) + (vote - old) * theirs;
    products[there] = (products[there] ?? 0) + (vote - old) * theirs;
  }
  const own = column * width + column;
  pairs[own] = (pairs[own] ?? 0) + isNew;
  given[own] = (given[own] ?? 0) + vote - old;
  products[own] = (products[own] ?? 0) + vote * vote - old * old;
};

/** What is said of each statement on average, by those who said something; nothing of one that was taken out. */
export const centerOf = ({ pairs, given }: OpinionSums, out: Uint8Array): Float64Array =>
  Float64Array.from(out, (isOut, column) => {
    const count = pairs[column * out.length + column] ?? 0;
    return isOut === 1 || count === 0 ? 0 : (given[column * out.length + column] ?? 0) / count;
  });

/** How statements vary together, around their centers, what was not said taken as average. Not divided by anything. */
const covariance = (
  { pairs, products, given }: OpinionSums,
  center: Float64Array,
  out: Uint8Array,
): Float64Array => {
  const width = out.length;
  const result = new Float64Array(width * width);
  for (let one = 0; one < width; one++) {
    if (out[one] === 1) continue;
    const c = center[one] ?? 0;
    for (let other = 0; other <= one; other++) {
      if (out[other] === 1) continue;
      const at = one * width + other;
      const back = other * width + one;
      const d = center[other] ?? 0;
      const value =
        (products[at] ?? 0) - d * (given[at] ?? 0) - c * (given[back] ?? 0) + c * d * (pairs[at] ?? 0);
      result[at] = value;
      result[back] = value;
    }
  }
  return result;
};

/** The two directions along which opinions differ most. */
export type OpinionComponents = {
  readonly center: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Shares of all variation that the two explain. */
  readonly explained: readonly [number, number];
  /** To begin with when a vote arrives. */
  readonly subspace: readonly Float64Array[];
};

const turned = (direction: Float64Array): Float64Array => {
  let largest = 0;
  for (const part of direction) if (Math.abs(part) > Math.abs(largest) + 1e-12) largest = part;
  return largest < 0 ? direction.map((part) => -part) : direction;
};

/**
 * The first two principal components, from the sums. `from`: those of before, where only a vote has been added.
 * Their signs say nothing; the largest part is made positive.
 */
export const componentsOf = (
  sums: OpinionSums,
  out: Uint8Array,
  from: readonly Float64Array[] = [],
): OpinionComponents => {
  const center = centerOf(sums, out);
  const matrix = covariance(sums, center, out);
  const { directions, values } = ownDirections(matrix, out.length, from);
  let total = 0;
  for (let column = 0; column < out.length; column++) total += matrix[column * out.length + column] ?? 0;
  const none = new Float64Array(out.length);
  const share = (index: number): number => (total > 0 ? Math.max(0, values[index] ?? 0) / total : 0);
  return {
    center,
    first: turned(directions[0] ?? none),
    second: turned(directions[1] ?? none),
    explained: [share(0), share(1)],
    subspace: directions,
  };
};

/**
 * Where everybody stands: x and y per row. Who said little is moved outward as if they had said as much of
 * everything; statements that were taken out count as if everybody had passed.
 */
export const positionsOf = (
  matrix: OpinionMatrix,
  { center, first, second }: Pick<OpinionComponents, "center" | "first" | "second">,
): Float64Array => {
  const { participants, statements, cells, out } = matrix;
  const width = statements.length;
  const said = countSaid(matrix);
  const positions = new Float64Array(participants.length * 2);
  for (let row = 0; row < participants.length; row++) {
    let x = 0;
    let y = 0;
    let count = said[row] ?? 0;
    for (let column = 0; column < width; column++) {
      const vote = cells[row * width + column] ?? unsaid;
      if (out[column] === 1) {
        if (vote === unsaid) count++;
        continue;
      }
      if (vote === unsaid) continue;
      const away = vote - (center[column] ?? 0);
      x += away * (first[column] ?? 0);
      y += away * (second[column] ?? 0);
    }
    const scale = count > 0 ? Math.sqrt(width / count) : 0;
    positions[row * 2] = scale * x;
    positions[row * 2 + 1] = scale * y;
  }
  return positions;
};
