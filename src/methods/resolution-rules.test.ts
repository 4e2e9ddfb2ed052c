import fc from "fast-check";
import { expect, test } from "vitest";
import { compareFractions, gcd, lowest, rounded } from "./fraction.ts";
import { leastOf, readFraction } from "./resolution-rules.ts";

const share = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([of, by]) => ({ of: Math.min(of, by), by }));
const comparison = fc.constantFrom("moreThan" as const, "atLeast" as const);
const whole = fc.integer({ min: 0, max: 500 });

test("property: the least number that is needed passes, and one less does not, without any rounding", () => {
  fc.assert(
    fc.property(share, comparison, whole, ({ of, by }, how, all) => {
      const least = leastOf({ fraction: `${of}/${by}`, comparison: how }, all);
      const passes = (n: number): boolean => (how === "moreThan" ? n * by > of * all : n * by >= of * all);
      expect(passes(least)).toBe(true);
      expect(least === 0 || !passes(least - 1)).toBe(true);
    }),
  );
});

test("property: who needs more of the same never needs fewer, and more than a share is at least the share", () => {
  fc.assert(
    fc.property(share, comparison, whole, ({ of, by }, how, all) => {
      const fraction = `${of}/${by}`;
      const least = leastOf({ fraction, comparison: how }, all);
      expect(leastOf({ fraction, comparison: how }, all + 1)).toBeGreaterThanOrEqual(least);
      expect(leastOf({ fraction, comparison: "moreThan" }, all)).toBeGreaterThanOrEqual(
        leastOf({ fraction, comparison: "atLeast" }, all),
      );
    }),
  );
});

test("property: a share written out or in lowest terms asks for the same", () => {
  fc.assert(
    fc.property(share, comparison, whole, fc.integer({ min: 2, max: 9 }), ({ of, by }, how, all, times) => {
      const short = lowest({ of: BigInt(of), by: BigInt(by) });
      expect(leastOf({ fraction: `${of * times}/${by * times}`, comparison: how }, all)).toBe(
        leastOf({ fraction: `${short.of}/${short.by}`, comparison: how }, all),
      );
      expect(gcd(short.of, short.by)).toBe(1n);
      expect(compareFractions(short, { of: BigInt(of), by: BigInt(by) })).toBe(0);
    }),
  );
});

test("property: fractions are ordered as numbers are, and rounded to the nearest with halves up", () => {
  const fraction = fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }));
  fc.assert(
    fc.property(fraction, fraction, ([a, b], [c, d]) => {
      const [one, other] = [
        { of: BigInt(a), by: BigInt(b) },
        { of: BigInt(c), by: BigInt(d) },
      ];
      expect(Math.sign(compareFractions(one, other))).toBe(Math.sign(a * d - c * b));
      expect(compareFractions(other, one) + compareFractions(one, other)).toBe(0);
      const near = rounded(one);
      expect(2 * near * b <= 2 * a + b && 2 * a < 2 * near * b + b).toBe(true);
    }),
  );
});

test("what is no fraction is said to be none, and is an error where a share is needed", () => {
  for (const text of ["", "1", "1/0", "-1/2", "1/2/3", "0.5", "1/2 ", "½", "1234567/2"])
    expect(readFraction(text)).toBeUndefined();
  expect(readFraction("2/3")).toEqual({ of: 2n, by: 3n });
  expect(() => leastOf({ fraction: "halb", comparison: "atLeast" }, 3)).toThrow(RangeError);
});
