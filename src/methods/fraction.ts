/** A number as a quotient of whole numbers; the divisor is above zero. Not always in lowest terms. */
export type Fraction = { readonly of: bigint; readonly by: bigint };

/** The greatest common divisor of two whole numbers of which the first is not negative. */
export const gcd = (one: bigint, other: bigint): bigint => {
  let [large, small] = [one, other];
  while (small > 0n) [large, small] = [small, large % small];
  return large;
};

export const lowest = ({ of, by }: Fraction): Fraction => {
  const common = gcd(of < 0n ? -of : of, by);
  return common > 1n ? { of: of / common, by: by / common } : { of, by };
};

/** Below zero, zero or above, as the first is smaller, equal or larger. */
export const compareFractions = (one: Fraction, other: Fraction): number => {
  const difference = one.of * other.by - other.of * one.by;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** To the nearest whole number, halves up; for amounts that are not negative. */
export const rounded = ({ of, by }: Fraction): number => Number((2n * of + by) / (2n * by));

/** How far numbers of this size must be shifted so that a double holds them without becoming infinite. */
const tooLong = (value: bigint): bigint => {
  const bits = value.toString(16).length * 4;
  return bits > 900 ? BigInt(bits - 900) : 0n;
};

/** As a double, off by at most four units in its last place. */
export const asNumber = ({ of, by }: Fraction): number => {
  const shift = tooLong(by);
  if (shift === 0n) return Number(of) / Number(by);
  // Cut both in the same way; what is below the cut of the upper number cannot be seen in a double unless it is tiny.
  const upper = of >> shift;
  return upper > 1n << 64n || of === 0n
    ? Number(upper) / Number(by >> shift)
    : Number((of << 128n) / by) / 2 ** 128;
};
