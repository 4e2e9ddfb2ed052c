import { compareFractions, type Fraction } from "./fraction.ts";
import {
  bases,
  comparisons,
  type ProcedureRules,
  sectorRules,
  subjects,
  type Threshold,
} from "./resolution.ts";

/** A fraction as rules name it ("2/3"); nothing when it is none. */
export const readFraction = (text: string): Fraction | undefined => {
  const found = /^(\d{1,6})\/(\d{1,6})$/u.exec(text);
  if (!found?.[1] || !found[2] || Number(found[2]) === 0) return undefined;
  return { of: BigInt(found[1]), by: BigInt(found[2]) };
};

/** The least whole number that passes or reaches a share of a whole; what is no fraction is an error of the caller. */
export const leastOf = ({ fraction, comparison }: Threshold, whole: number): number => {
  const share = readFraction(fraction);
  if (!share) throw new RangeError(`not a fraction: ${fraction}`);
  const product = share.of * BigInt(whole);
  const below = product / share.by;
  if (comparison === "moreThan") return Number(below + 1n);
  return Number(below * share.by === product ? below : below + 1n);
};

/** What is wrong with rules; empty when they can be used. */
export type RulesProblem = {
  readonly where: string;
  readonly kind:
    | "fraction"
    | "outOfRange"
    | "unreachable"
    | "always"
    | "unknown"
    | "missing"
    | "notWhole"
    | "contradiction";
};

const zero = { of: 0n, by: 1n };
const one = { of: 1n, by: 1n };

const ofThreshold = (where: string, threshold: Threshold, zeroAllowed = false): readonly RulesProblem[] => {
  if (!comparisons.includes(threshold.comparison)) return [{ where, kind: "unknown" }];
  const share = readFraction(threshold.fraction);
  if (!share) return [{ where, kind: "fraction" }];
  if (compareFractions(share, one) > 0) return [{ where, kind: "outOfRange" }];
  // More than everything cannot be reached, at least nothing always is.
  if (threshold.comparison === "moreThan" && compareFractions(share, one) === 0)
    return [{ where, kind: "unreachable" }];
  if (!zeroAllowed && threshold.comparison === "atLeast" && compareFractions(share, zero) === 0)
    return [{ where, kind: "always" }];
  return [];
};

const ofNumber = (where: string, value: number, least: number, most: number): readonly RulesProblem[] => {
  if (!Number.isSafeInteger(value)) return [{ where, kind: "notWhole" }];
  return value < least || value > most ? [{ where, kind: "outOfRange" }] : [];
};

const ofMajorities = (rules: ProcedureRules): readonly RulesProblem[] =>
  subjects.flatMap((subject): readonly RulesProblem[] => {
    const where = `majorities.${subject}`;
    const majority = rules.majorities[subject];
    if (!majority) return [{ where, kind: "missing" }];
    if (!bases.includes(majority.base)) return [{ where, kind: "unknown" }];
    const problems = ofThreshold(where, majority);
    const share = readFraction(majority.fraction);
    // Otherwise a motion and its opposite could both pass.
    const half = share ? compareFractions(share, { of: 1n, by: 2n }) : 0;
    const minority = half < 0 || (half === 0 && majority.comparison === "atLeast");
    return problems.length === 0 && minority ? [{ where, kind: "contradiction" }] : problems;
  });

const ofSectors = ({ sectors }: ProcedureRules): readonly RulesProblem[] => {
  if (!sectorRules.includes(sectors.kind)) return [{ where: "sectors", kind: "unknown" }];
  if (sectors.kind === "none") return [];
  return [
    ...(sectors.sectors.length === 0 ? [{ where: "sectors.sectors", kind: "missing" } as const] : []),
    ...(sectors.subjects.length === 0 ? [{ where: "sectors.subjects", kind: "missing" } as const] : []),
    ...sectors.subjects
      .filter((subject) => !subjects.includes(subject))
      .map(() => ({ where: "sectors.subjects", kind: "unknown" }) as const),
  ];
};

/** Who counts as present must count as entitled as well. */
const ofConflict = ({ conflict }: ProcedureRules): readonly RulesProblem[] =>
  conflict.outOfEntitled && !conflict.outOfPresent ? [{ where: "conflict", kind: "contradiction" }] : [];

/** Everything that would make these rules impossible to use, or to pass by them mean nothing. */
export const checkRules = (rules: ProcedureRules): readonly RulesProblem[] => [
  ...ofThreshold("quorum", rules.quorum, true),
  ...ofNumber("quorum.leastSeats", rules.quorum.leastSeats, 0, 1000),
  ...ofMajorities(rules),
  ...ofSectors(rules),
  ...ofConflict(rules),
  ...ofNumber("circular.days", rules.circular.days, 1, 365),
  ...(rules.circular.kind === "majority"
    ? ofThreshold("circular.participation", rules.circular.participation)
    : []),
  ...ofThreshold("consent", rules.consent, true),
  ...ofNumber("noticeDays", rules.noticeDays, 0, 365),
  ...ofNumber("objectionDays", rules.objectionDays, 1, 365),
  ...ofNumber("absencesUntilAsked", rules.absencesUntilAsked, 0, 100),
];

const simple = { fraction: "1/2", comparison: "moreThan", base: "cast" } as const;
const twoThirds = { fraction: "2/3", comparison: "atLeast", base: "cast" } as const;

/** What a small body can begin with: BGB § 32 and what municipal law of Saxony says to ties. */
export const defaultRules: ProcedureRules = {
  quorum: { fraction: "1/2", comparison: "moreThan", leastSeats: 3 },
  majorities: { ordinary: simple, rules: twoThirds, strategy: simple, election: simple },
  tie: "rejected",
  sectors: {
    kind: "noMajorityAgainst",
    sectors: ["civil", "public", "business"],
    subjects: ["strategy"],
    empty: "consents",
    abstaining: "consents",
  },
  conflict: { outOfPresent: true, outOfEntitled: true },
  circular: { kind: "unanimous", days: 14 },
  consent: { fraction: "1/2", comparison: "moreThan" },
  noticeDays: 14,
  mustBeAnnounced: true,
  objectionDays: 14,
  absencesUntilAsked: 3,
  deputies: true,
  remote: true,
};
