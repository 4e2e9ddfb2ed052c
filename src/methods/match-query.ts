import { distanceKilometers, type Point } from "./geography.ts";
import { flag, maskOf, type Store } from "./match-columns.ts";
import type { Seeker } from "./match-gates.ts";
import { companyFit, distanceFit, rhythmFit, usualRadius, type Weights } from "./match-score.ts";

/** How many bits of a number are set. */
const bitsIn = (number: number): number => {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

const fitsOf = (book: ReadonlyMap<string, number>, fitOf: (code: string) => number): Float64Array => {
  const fits = new Float64Array(book.size);
  for (const [code, bit] of book) fits[bit] = fitOf(code);
  return fits;
};

// Rounding of the sphere's arithmetic, far below a millimeter that anybody walks.
const slack = 1e-6;

/** The best fit that any offer of a square of the map could have. */
const nearestOf = ({ cells }: Store, home: Point | null, radius: number): Float64Array => {
  const nearest = new Float64Array(cells.length);
  if (!home) return nearest;
  cells.forEach((cell, number) => {
    const atLeast = Math.max(0, distanceKilometers(home, cell) - cell.reach - slack);
    nearest[number] = distanceFit(atLeast, radius);
  });
  return nearest;
};

/** What a person told, as bits and tables that match those of the store. */
const asked = (store: Store, seeker: Seeker) => {
  const { books } = store;
  const radius = seeker.radius ?? usualRadius;
  const count = (list: readonly string[]) => new Set(list).size;
  const { company } = seeker;
  return {
    radius,
    home: seeker.home,
    fields: maskOf(books.fields, seeker.fields),
    skills: maskOf(books.skills, seeker.skills),
    targetGroups: maskOf(books.targetGroups, seeker.targetGroups),
    named: [count(seeker.fields), count(seeker.skills), count(seeker.targetGroups)] as const,
    times: seeker.times,
    rhythms:
      seeker.rhythms.length > 0 ? fitsOf(books.rhythms, (code) => rhythmFit(seeker.rhythms, code)) : null,
    companies: company === null ? null : fitsOf(books.companies, (code) => companyFit(company, code)),
    languages: maskOf(books.languages, seeker.languages),
    speaks: seeker.languages.length > 0,
    oldest: seeker.age ? seeker.age.to : Number.POSITIVE_INFINITY,
    unchecked: seeker.checked === false,
    needs: maskOf(books.accessibility, seeker.needs),
    // What no offer has, every place lacks.
    lacking: seeker.needs.some((code) => !books.accessibility.has(code)),
    notFields: maskOf(books.fields, seeker.notThese),
    notSkills: maskOf(books.skills, seeker.notThese),
    notTargetGroups: maskOf(books.targetGroups, seeker.notThese),
    nearest: nearestOf(store, seeker.home, radius),
  };
};

/** The gates, one bit each, in the order in which they are told. */
export const gateBits = { full: 1, age: 2, check: 4, language: 8, barrier: 16, notThis: 32 } as const;

/** Which gates an offer closes for this person, as bits; zero is open. */
export const gatekeeper = (store: Store, seeker: Seeker): ((slot: number) => number) => {
  const q = asked(store, seeker);
  const { flags, age, required, accessibility, fields, skills, targetGroups } = store.columns;
  return (slot) => {
    const own = flags[slot] ?? 0;
    let closed = (own & flag.full) === 0 ? 0 : gateBits.full;
    if (q.oldest < (age[slot] ?? -1)) closed |= gateBits.age;
    if (q.unchecked && (own & flag.checkSoon) !== 0) closed |= gateBits.check;
    const wanted = required[slot] ?? 0;
    if (q.speaks && wanted !== 0 && (wanted & q.languages) === 0) closed |= gateBits.language;
    const missing = q.lacking || (q.needs & ~(accessibility[slot] ?? 0)) !== 0;
    if (missing && (own & flag.anywhere) === 0) closed |= gateBits.barrier;
    const ruledOut =
      ((fields[slot] ?? 0) & q.notFields) |
      ((skills[slot] ?? 0) & q.notSkills) |
      ((targetGroups[slot] ?? 0) & q.notTargetGroups);
    return ruledOut === 0 ? closed : closed | gateBits.notThis;
  };
};

type Asked = ReturnType<typeof asked>;

/** Stands for a score that is below what was asked for, and so was not made. */
const tooLow = -1;

/** The weight of everything that comes after the lists and the time, if all of it counted. */
const restOf = (q: Asked, weights: Weights): number =>
  (q.home ? weights.distance : 0) +
  (q.rhythms ? weights.rhythm : 0) +
  (q.companies ? weights.company : 0) +
  (q.languages === 0 ? 0 : weights.languages) +
  weights.freshness +
  weights.answers;

type Total = (slot: number, near: number, floor: number) => number;

// One part after the other in the order of `scoreOf`; written out, for it runs once for every offer of the town.
const totalOf = (store: Store, q: Asked, weights: Weights): Total => {
  const rest = restOf(q, weights);
  const {
    fields,
    skills,
    targetGroups,
    named,
    times,
    parts,
    rhythm,
    company,
    languages,
    freshness,
    answers,
  } = store.columns;
  const [wantedFields, wantedSkills, wantedGroups] = q.named;
  return (slot, near, floor) => {
    let sum = 0;
    let weight = 0;
    const [f, s, t] = [named[slot * 3] ?? 0, named[slot * 3 + 1] ?? 0, named[slot * 3 + 2] ?? 0];
    let asked = near >= 0 || q.times !== 0 || q.rhythms !== null || q.companies !== null;
    if (wantedFields > 0 && f > 0) {
      sum += weights.fields * (bitsIn((fields[slot] ?? 0) & q.fields) / Math.min(wantedFields, f));
      weight += weights.fields;
      asked = true;
    }
    if (wantedSkills > 0 && s > 0) {
      sum += weights.skills * (bitsIn((skills[slot] ?? 0) & q.skills) / Math.min(wantedSkills, s));
      weight += weights.skills;
      asked = true;
    }
    if (wantedGroups > 0 && t > 0) {
      sum +=
        weights.targetGroups *
        (bitsIn((targetGroups[slot] ?? 0) & q.targetGroups) / Math.min(wantedGroups, t));
      weight += weights.targetGroups;
      asked = true;
    }
    if (q.times !== 0) {
      const own = times[slot] ?? 0;
      sum += weights.times * (own === 0 ? 1 : bitsIn(own & q.times) / (parts[slot] ?? 1));
      weight += weights.times;
    }
    // Were all the rest a full fit, it would still be too low.
    if (sum + rest < floor * (weight + rest)) return tooLow;
    if (near >= 0) {
      sum += weights.distance * near;
      weight += weights.distance;
    }
    if (q.rhythms) {
      sum += weights.rhythm * (q.rhythms[rhythm[slot] ?? 0] ?? 0);
      weight += weights.rhythm;
    }
    if (q.companies) {
      sum += weights.company * (q.companies[company[slot] ?? 0] ?? 0);
      weight += weights.company;
    }
    if (((languages[slot] ?? 0) & q.languages) !== 0) {
      sum += weights.languages;
      weight += weights.languages;
    }
    sum += weights.freshness * (freshness[slot] ?? 0);
    weight += weights.freshness;
    const rate = answers[slot] ?? -1;
    if (rate >= 0) {
      sum += weights.answers * rate;
      weight += weights.answers;
    }
    return weight === 0 || !asked ? 0 : sum / weight;
  };
};

/**
 * The score of `scoreOf`, digit for digit: the same sums in the same order; or a negative number where it is below the
 * floor. The way is first bounded by the square of the map, which needs no sine.
 */
export const scorer = (store: Store, seeker: Seeker, weights: Weights) => {
  const q = asked(store, seeker);
  const { home, radius, nearest } = q;
  const { flags, cell, latitude, longitude } = store.columns;
  const total = totalOf(store, q, weights);
  return (slot: number, floor: number): number => {
    const own = flags[slot] ?? 0;
    if (!home) return total(slot, -1, floor);
    if ((own & flag.anywhere) !== 0) return total(slot, 1, floor);
    // Where the way is no question it is left out, like everything that was not answered.
    if ((own & flag.placed) === 0) return total(slot, -1, floor);
    const best = nearest[cell[slot] ?? 0] ?? 1;
    const bound = total(slot, best, floor);
    if (bound < floor || best <= 0) return bound;
    const point = { latitude: latitude[slot] ?? 0, longitude: longitude[slot] ?? 0 };
    return total(slot, distanceFit(distanceKilometers(home, point), radius), floor);
  };
};

/** Did somebody say nothing that could fit more or less? Then every offer fits them alike. */
export const isSilent = (seeker: Seeker): boolean =>
  seeker.fields.length + seeker.skills.length + seeker.targetGroups.length + seeker.rhythms.length === 0 &&
  seeker.times === 0 &&
  seeker.company === null &&
  seeker.home === null;
