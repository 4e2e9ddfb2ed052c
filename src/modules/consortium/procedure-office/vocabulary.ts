import * as z from "zod";
import { many, tick, whole } from "#core/input.ts";
import {
  bases,
  comparisons,
  type ProcedureRules,
  sectorRules,
  subjects,
  type Threshold,
} from "#methods/resolution.ts";
import { sectors } from "#modules/consortium/vocabulary.ts";

/** The shares one can choose from, each as "moreThan 1/2". */
export const shares = [
  "moreThan 1/2",
  "atLeast 1/2",
  "atLeast 1/3",
  "atLeast 2/3",
  "atLeast 3/4",
  "atLeast 1/1",
] as const;

/** A share as a field of a form says it, and back. */
export const shareCode = ({ comparison, fraction }: Threshold): string => `${comparison} ${fraction}`;

export const shareOf = (code: string): Threshold => {
  const [comparison, fraction = "1/2"] = code.split(" ");
  return { comparison: comparison === "atLeast" ? "atLeast" : "moreThan", fraction };
};

const share = z.string().refine((code) => {
  const [comparison, fraction = ""] = code.split(" ");
  return comparisons.some((one) => one === comparison) && /^\d{1,4}\/\d{1,4}$/u.test(fraction);
}, "choose");

const both = ["consents", "blocks"] as const;

/** What counts of a seat with a conflict of interest: nothing, its seat, or all but its vote. */
export const conflictKinds = ["out", "present", "in"] as const;

/** The rules of procedure as fields of a form. */
export const RulesInput = z.object({
  quorum: share,
  leastSeats: whole(0, 1_000),
  ordinary: share,
  ordinaryBase: z.enum(bases),
  rules: share,
  rulesBase: z.enum(bases),
  strategy: share,
  strategyBase: z.enum(bases),
  election: share,
  electionBase: z.enum(bases),
  tie: z.enum(["rejected", "castingVote"]),
  sectorRule: z.enum(sectorRules),
  sectors: many(z.enum(sectors)),
  sectorSubjects: many(z.enum(subjects)),
  empty: z.enum(both),
  abstaining: z.enum(both),
  conflict: z.enum(conflictKinds),
  circular: z.enum(["unanimous", "majority"]),
  participation: share,
  circularDays: whole(1, 365),
  consent: share,
  noticeDays: whole(0, 365),
  mustBeAnnounced: tick,
  objectionDays: whole(1, 365),
  absencesUntilAsked: whole(0, 100),
  deputies: tick,
  remote: tick,
});
export type RulesInput = z.output<typeof RulesInput>;

/** The rules that a form says. */
export const rulesOf = (input: RulesInput): ProcedureRules => ({
  quorum: { ...shareOf(input.quorum), leastSeats: input.leastSeats },
  majorities: {
    ordinary: { ...shareOf(input.ordinary), base: input.ordinaryBase },
    rules: { ...shareOf(input.rules), base: input.rulesBase },
    strategy: { ...shareOf(input.strategy), base: input.strategyBase },
    election: { ...shareOf(input.election), base: input.electionBase },
  },
  tie: input.tie,
  sectors: {
    kind: input.sectorRule,
    sectors: input.sectors,
    subjects: input.sectorSubjects,
    empty: input.empty,
    abstaining: input.abstaining,
  },
  conflict: { outOfPresent: input.conflict !== "in", outOfEntitled: input.conflict === "out" },
  circular:
    input.circular === "unanimous"
      ? { kind: "unanimous", days: input.circularDays }
      : { kind: "majority", days: input.circularDays, participation: shareOf(input.participation) },
  consent: shareOf(input.consent),
  noticeDays: input.noticeDays,
  mustBeAnnounced: input.mustBeAnnounced,
  objectionDays: input.objectionDays,
  absencesUntilAsked: input.absencesUntilAsked,
  deputies: input.deputies,
  remote: input.remote,
});

/** The fields of a form that say these rules. */
export const fieldsOf = (rules: ProcedureRules): Readonly<Record<string, unknown>> => ({
  quorum: shareCode(rules.quorum),
  leastSeats: rules.quorum.leastSeats,
  ...Object.fromEntries(
    subjects.flatMap((subject) => [
      [subject, shareCode(rules.majorities[subject])],
      [`${subject}Base`, rules.majorities[subject].base],
    ]),
  ),
  tie: rules.tie,
  sectorRule: rules.sectors.kind,
  sectors: rules.sectors.sectors,
  sectorSubjects: rules.sectors.subjects,
  empty: rules.sectors.empty,
  abstaining: rules.sectors.abstaining,
  conflict: rules.conflict.outOfEntitled ? "out" : rules.conflict.outOfPresent ? "present" : "in",
  circular: rules.circular.kind,
  participation:
    rules.circular.kind === "majority" ? shareCode(rules.circular.participation) : "moreThan 1/2",
  circularDays: rules.circular.days,
  consent: shareCode(rules.consent),
  noticeDays: rules.noticeDays,
  mustBeAnnounced: rules.mustBeAnnounced,
  objectionDays: rules.objectionDays,
  absencesUntilAsked: rules.absencesUntilAsked,
  deputies: rules.deputies,
  remote: rules.remote,
});
