import type { Backing } from "./equal-shares-electorate.ts";

/** Half the distance between 1 and the next double: no single operation is off by more than this part. */
export const unitRoundoff = 2 ** -53;

/** Balances as doubles, and by how much each may be off. */
export type Balances = {
  readonly left: Float64Array;
  readonly off: Float64Array;
  readonly weights: Float64Array;
};

/** Between which two prices the true one lies; what cannot be told in doubles is counted exactly by somebody else. */
export type Bounds =
  | { readonly kind: "between"; readonly least: number; readonly most: number }
  | { readonly kind: "never" }
  | { readonly kind: "unclear" };

/** At a price: what those pay who give all they have, how much utility the others share, how far balances may be off. */
type Sums = { paid: number; rich: number; slack: number };

const sumAt = (price: number, { groups, utility }: Backing, balances: Balances, sums: Sums): void => {
  const { left, off, weights } = balances;
  let [paid, rich, slack] = [0, 0, 0];
  for (let place = 0; place < groups.length; place += 1) {
    const group = groups[place] as number;
    const units = utility[place] as number;
    const weight = weights[group] as number;
    const balance = left[group] as number;
    const doubt = off[group] as number;
    const full = price * units;
    if (balance - doubt < full) slack += weight * doubt;
    if (balance < full) paid += weight * balance;
    else rich += weight * units;
  }
  sums.paid = paid;
  sums.rich = rich;
  sums.slack = slack;
};

/**
 * The price of a unit of utility at which all who want a project pay for it together: where the sum of
 * min(balance, price · utility) reaches the cost. The sum is concave in the price, so walking along its tangents from
 * below comes to the point in finitely many steps. Let `slack` be what balances of those who give all may be off, and
 * `rounding` what doubles may lose in the sums: where a tangent lies below the cost by more than that, the true sum is
 * below it too; where the sum itself lies above by more than that, the true one does.
 * `from`: a price that is certainly not above the true one.
 */
export const boundsOf = (backing: Backing, balances: Balances, from: number): Bounds => {
  const { cost } = backing;
  const sums: Sums = { paid: 0, rich: 0, slack: 0 };
  const rounding = 4 * (backing.groups.length + 16) * unitRoundoff * cost;
  let price = from;
  for (;;) {
    sumAt(price, backing, balances, sums);
    if (sums.rich === 0)
      return sums.paid + sums.slack + rounding < cost ? { kind: "never" } : { kind: "unclear" };
    const next = (cost - sums.paid) / sums.rich;
    if (!(next > price)) break;
    price = next;
  }
  const least = price - (3 * sums.slack + 2 * rounding) / sums.rich;
  let most = price;
  for (;;) {
    const next = (cost + 3 * sums.slack + 2 * rounding - sums.paid) / sums.rich;
    if (!(next > most)) break;
    most = next;
    sumAt(most, backing, balances, sums);
    if (sums.rich === 0) return { kind: "unclear" };
  }
  return {
    kind: "between",
    least: least * (1 - 8 * unitRoundoff),
    most: most * (1 + 8 * unitRoundoff),
  };
};

/** Takes the price from all who want the project; answers the largest doubt about a balance that came of it. */
export const pay = (
  { groups, utility }: Backing,
  { left, off }: Balances,
  { least, most }: { readonly least: number; readonly most: number },
): number => {
  const price = (least + most) / 2;
  let largest = 0;
  for (let place = 0; place < groups.length; place += 1) {
    const group = groups[place] as number;
    const units = utility[place] as number;
    const balance = left[group] as number;
    const doubt = off[group] as number;
    const full = price * units;
    if (balance < full) {
      left[group] = 0;
      off[group] = Math.max(0, balance + doubt - least * units) * (1 + 16 * unitRoundoff);
    } else {
      left[group] = balance - full;
      off[group] = (doubt + (most - least) * units) * (1 + 16 * unitRoundoff) + 4 * unitRoundoff * balance;
    }
    largest = Math.max(largest, off[group] as number);
  }
  return largest;
};
