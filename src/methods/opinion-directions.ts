/** How many directions are followed at once: the more, the fewer rounds until the first two stand still. */
const followed = 8;
const mostRounds = 500;
const still = 1e-9;

/** Even numbers below 1, the same for a seed on every machine. */
export const evenFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return ((word ^ (word >>> 15)) >>> 0) / 2 ** 32;
  };
};

const product = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
};

const addTimes = (to: Float64Array, factor: number, what: Float64Array): void => {
  for (let index = 0; index < to.length; index++) to[index] = (to[index] ?? 0) + factor * (what[index] ?? 0);
};

/** Makes them upright to each other and of length one (Gram and Schmidt, twice); what vanishes becomes nothing. */
const upright = (vectors: readonly Float64Array[]): void => {
  for (const [index, vector] of vectors.entries()) {
    const before = Math.sqrt(product(vector, vector));
    for (let pass = 0; pass < 2; pass++)
      for (const earlier of vectors.slice(0, index)) addTimes(vector, -product(vector, earlier), earlier);
    const length = Math.sqrt(product(vector, vector));
    const factor = length > 1e-12 * Math.max(1, before) ? 1 / length : 0;
    for (let part = 0; part < vector.length; part++) vector[part] = (vector[part] ?? 0) * factor;
  }
};

const times = (matrix: Float64Array, vectors: readonly Float64Array[], size: number): Float64Array[] => {
  const results = vectors.map(() => new Float64Array(size));
  for (let row = 0; row < size; row++) {
    const line = matrix.subarray(row * size, (row + 1) * size);
    for (const [index, vector] of vectors.entries()) {
      const result = results[index];
      if (result) result[row] = product(line, vector);
    }
  }
  return results;
};

/** Own directions of a small symmetric matrix, by turning (Jacobi); as columns, with their values, the largest first. */
const turnUntilUpright = (given: readonly Float64Array[]) => {
  const size = given.length;
  const a = given.map((row) => Float64Array.from(row));
  const v = a.map((_, row) => Float64Array.from({ length: size }, (_unused, column) => +(row === column)));
  const at = (matrix: readonly Float64Array[], row: number, column: number): number =>
    matrix[row]?.[column] ?? 0;
  const set = (matrix: readonly Float64Array[], row: number, column: number, value: number): void => {
    const line = matrix[row];
    if (line) line[column] = value;
  };
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const off = at(a, p, q);
        if (Math.abs(off) < 1e-300) continue;
        const theta = (at(a, q, q) - at(a, p, p)) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < size; k++) {
          const [x, y] = [at(a, k, p), at(a, k, q)];
          set(a, k, p, c * x - s * y);
          set(a, k, q, s * x + c * y);
        }
        for (let k = 0; k < size; k++) {
          const [x, y] = [at(a, p, k), at(a, q, k)];
          set(a, p, k, c * x - s * y);
          set(a, q, k, s * x + c * y);
          const [z, w] = [at(v, k, p), at(v, k, q)];
          set(v, k, p, c * z - s * w);
          set(v, k, q, s * z + c * w);
        }
      }
  const order = a.map((_, index) => index).sort((one, other) => at(a, other, other) - at(a, one, one));
  return {
    values: order.map((index) => at(a, index, index)),
    columns: order.map((index) => v.map((_, row) => at(v, row, index))),
  };
};

/**
 * The directions of a symmetric matrix (row by row, none of its values negative) along which it stretches most, the
 * strongest first: several are followed at once and set upright in every round, until the first two stand still.
 */
export const ownDirections = (
  matrix: Float64Array,
  size: number,
  from: readonly Float64Array[] = [],
): { readonly directions: readonly Float64Array[]; readonly values: readonly number[] } => {
  const random = evenFrom(1);
  const count = Math.min(followed, size);
  let vectors: readonly Float64Array[] = Array.from({ length: count }, (_, index) => {
    const before = from[index];
    return before?.length === size
      ? Float64Array.from(before)
      : Float64Array.from({ length: size }, () => random() - 0.5);
  });
  let values: readonly number[] = [];
  upright(vectors);
  for (let round = 0; round < mostRounds; round++) {
    const images = times(matrix, vectors, size);
    const small = vectors.map((one) => Float64Array.from(images, (image) => product(one, image)));
    const turned = turnUntilUpright(small);
    const mixed = (all: readonly Float64Array[]): Float64Array[] =>
      turned.columns.map((column) => {
        const result = new Float64Array(size);
        for (const [index, factor] of column.entries()) {
          const vector = all[index];
          if (vector) addTimes(result, factor, vector);
        }
        return result;
      });
    const directions = mixed(vectors);
    const stretched = mixed(images);
    values = turned.values;
    const largest = Math.max(values[0] ?? 0, 1e-300);
    const isStill = [0, 1].every((index) => {
      const [direction, image] = [directions[index], stretched[index]];
      if (!direction || !image) return true;
      const rest = Float64Array.from(image);
      addTimes(rest, -(values[index] ?? 0), direction);
      return Math.sqrt(product(rest, rest)) <= still * largest;
    });
    vectors = isStill ? directions : stretched;
    if (isStill) break;
    upright(vectors);
  }
  return { directions: vectors, values };
};
