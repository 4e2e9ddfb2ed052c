import { distanceKilometers } from "./geography.ts";
import { type Gate, gatesClosedFor, type Offer, type Seeker } from "./match-gates.ts";

export const questions = [
  "fields",
  "skills",
  "targetGroups",
  "times",
  "rhythm",
  "distance",
  "company",
] as const;
export const extras = ["languages", "freshness", "answers"] as const;
export type Question = (typeof questions)[number];
export type PartName = Question | (typeof extras)[number];
export type Weights = Readonly<Record<PartName, number>>;

/** The weights a town starts with; the questions add up to 100. */
export const defaultWeights: Weights = {
  fields: 20,
  skills: 15,
  targetGroups: 15,
  times: 25,
  rhythm: 10,
  distance: 10,
  company: 5,
  languages: 5,
  freshness: 3,
  answers: 2,
};

/** The weights a town set for itself, where they are usable; the usual ones for the rest. */
export const weightsFrom = (own: unknown): Weights => {
  const given: Readonly<Record<string, unknown>> = typeof own === "object" && own !== null ? { ...own } : {};
  const usable = Object.entries(defaultWeights).map(([name, usual]) => {
    const value = given[name];
    return [name, typeof value === "number" && value >= 0 && value <= 1_000 ? value : usual] as const;
  });
  return { ...defaultWeights, ...Object.fromEntries(usable) };
};

/** The evidence of one part: how well it fits, and by what. */
export type Part = {
  readonly name: PartName;
  readonly weight: number;
  readonly fit: number;
  /** What both sides named. */
  readonly shared: readonly string[];
  /** The parts of the week, or the kilometers. */
  readonly amount: number;
};

export type Score = {
  readonly score: number;
  /** Share of the weight of the questions that was answered. */
  readonly confidence: number;
  readonly parts: readonly Part[];
};

export const walkingRange = 1.5;
export const usualRadius = 10;
export const nearTie = 0.02;

// Lists are sets: what is named twice counts once.
const both = (a: readonly string[], b: readonly string[]): string[] =>
  [...new Set(a)].filter((item) => b.includes(item));
const count = (list: readonly string[]): number => new Set(list).size;

/** How many of the 21 parts of the week are set. */
export const countParts = (times: number): number => {
  let count = 0;
  for (let rest = times; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** 1 inside walking range, falling in a straight line to 0 at the radius. */
export const distanceFit = (kilometers: number, radius: number): number => {
  if (kilometers <= walkingRange) return 1;
  return kilometers >= radius ? 0 : (radius - kilometers) / (radius - walkingRange);
};

// Neighbors in the table are half a fit: somebody who comes weekly may like to come once a month.
const kin: Readonly<Record<string, readonly string[]>> = {
  once: ["slots"],
  slots: ["once", "monthly"],
  weekly: ["monthly"],
  monthly: ["weekly", "slots"],
};

/** How well a rhythm suits those somebody named. */
export const rhythmFit = (wanted: readonly string[], rhythm: string): number => {
  if (wanted.includes(rhythm)) return 1;
  if (rhythm === "flexible") return 0.75;
  return wanted.some((one) => one === "flexible" || kin[one]?.includes(rhythm)) ? 0.5 : 0;
};

/** How well a company suits the one somebody named. */
export const companyFit = (wanted: string, company: string): number => {
  if (company === "any" || company === wanted) return 1;
  return wanted !== "alone" && company !== "alone" ? 0.5 : 0;
};

type Found = Omit<Part, "weight"> | null;

// Overlap coefficient: everything the shorter list names counts as a full fit.
const listPart = (name: "fields" | "skills" | "targetGroups", seeker: Seeker, offer: Offer): Found => {
  const [wanted, given] = [seeker[name], offer[name]];
  if (wanted.length === 0 || given.length === 0) return null;
  const shared = both(wanted, given);
  return { name, fit: shared.length / Math.min(count(wanted), count(given)), shared, amount: shared.length };
};

const timesPart = (seeker: Seeker, offer: Offer): Found => {
  if (seeker.times === 0) return null;
  const common = offer.times === 0 ? seeker.times : seeker.times & offer.times;
  const fit = offer.times === 0 ? 1 : countParts(common) / countParts(offer.times);
  return { name: "times", fit, shared: [], amount: common };
};

const distancePart = (seeker: Seeker, offer: Offer): Found => {
  if (!seeker.home) return null;
  if (offer.anywhere) return { name: "distance", fit: 1, shared: [], amount: 0 };
  if (!offer.where) return null;
  const kilometers = distanceKilometers(seeker.home, offer.where);
  return {
    name: "distance",
    fit: distanceFit(kilometers, seeker.radius ?? usualRadius),
    shared: [],
    amount: kilometers,
  };
};

const otherParts = (seeker: Seeker, offer: Offer): Found[] => {
  const languages = both(seeker.languages, offer.languages);
  return [
    seeker.rhythms.length === 0
      ? null
      : { name: "rhythm", fit: rhythmFit(seeker.rhythms, offer.rhythm), shared: [offer.rhythm], amount: 0 },
    seeker.company === null
      ? null
      : {
          name: "company",
          fit: companyFit(seeker.company, offer.company),
          shared: [offer.company],
          amount: 0,
        },
    // A bonus: a language that nobody shares takes nothing away.
    languages.length === 0
      ? null
      : { name: "languages", fit: 1, shared: languages, amount: languages.length },
    { name: "freshness", fit: offer.freshness, shared: [], amount: offer.freshness },
    offer.answerRate === null
      ? null
      : { name: "answers", fit: offer.answerRate, shared: [], amount: offer.answerRate },
  ];
};

/**
 * How well an offer fits a person, with the evidence of every part: the weighted mean of the fits over what both
 * sides answered. Gates are asked apart, by `gatesClosedFor`.
 */
export const scoreOf = (seeker: Seeker, offer: Offer, weights: Weights = defaultWeights): Score => {
  const found = [
    listPart("fields", seeker, offer),
    listPart("skills", seeker, offer),
    listPart("targetGroups", seeker, offer),
    timesPart(seeker, offer),
    distancePart(seeker, offer),
    ...otherParts(seeker, offer),
  ];
  const parts = found.flatMap((part) => (part ? [{ ...part, weight: weights[part.name] }] : []));
  const answered = new Set<string>(parts.map(({ name }) => name));
  const sum = (names: readonly PartName[]) => names.reduce((total, name) => total + weights[name], 0);
  const weight = parts.reduce((total, part) => total + part.weight, 0);
  const asked = sum(questions);
  // Whoever answered nothing is fitted by nothing: freshness alone must not put the newest before the longest waiting.
  const silent = weight === 0 || !questions.some((name) => answered.has(name));
  return {
    score: silent ? 0 : parts.reduce((total, part) => total + part.weight * part.fit, 0) / weight,
    confidence: asked === 0 ? 0 : sum(questions.filter((name) => answered.has(name))) / asked,
    parts,
  };
};

export type Match<O extends Offer> = Score & { readonly offer: O };
export type Closed<O extends Offer> = { readonly offer: O; readonly gates: readonly Gate[] };

/**
 * Best first. Whoever stands within `nearTie` of the best one left is as good as it, and among those the longest
 * waiting goes first, so that small clubs are seen.
 */
export const ranked = <O extends Offer>(matches: readonly Match<O>[]): Match<O>[] => {
  const left = [...matches].sort((a, b) => b.score - a.score || a.offer.waitingSince - b.offer.waitingSince);
  const order: Match<O>[] = [];
  for (let start = 0; start < left.length; ) {
    const best = left[start]?.score ?? 0;
    let end = start + 1;
    while (end < left.length && best - (left[end]?.score ?? 0) <= nearTie) end += 1;
    order.push(...left.slice(start, end).sort((a, b) => a.offer.waitingSince - b.offer.waitingSince));
    start = end;
  }
  return order;
};

/** The `k` best offers for a person, and those that a gate closes, each with its reasons. */
export const topMatches = <O extends Offer>(
  seeker: Seeker,
  offers: readonly O[],
  weights: Weights,
  k: number,
): { readonly matches: readonly Match<O>[]; readonly closed: readonly Closed<O>[] } => {
  const open: Match<O>[] = [];
  const closed: Closed<O>[] = [];
  for (const offer of offers) {
    const gates = gatesClosedFor(seeker, offer);
    if (gates.length > 0) closed.push({ offer, gates });
    else open.push({ offer, ...scoreOf(seeker, offer, weights) });
  }
  return { matches: ranked(open).slice(0, k), closed };
};
