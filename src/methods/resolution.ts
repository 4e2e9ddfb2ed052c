/**
 * How a body decides: its rules of procedure as data, a vote as it was given, and what came of it. Facts only; the
 * words for them stand where they are shown.
 */

/** The counting itself; every decision names it. */
export const resolutionVersion = "resolution 1";

/** What a motion is about, as far as the needed majority depends on it. */
export const subjects = ["ordinary", "rules", "strategy", "election"] as const;
export type Subject = (typeof subjects)[number];

/** Of what a majority is a share: yes and no; with abstentions; all who are present; all who have a vote. */
export const bases = ["cast", "valid", "present", "entitled"] as const;
export type Base = (typeof bases)[number];

export const comparisons = ["moreThan", "atLeast"] as const;
/** A share as a fraction in words of numbers ("1/2", "2/3"), to be passed or to be reached. */
export type Threshold = { readonly fraction: string; readonly comparison: (typeof comparisons)[number] };

export type Majority = Threshold & { readonly base: Base };

/** A quorum is a share of the entitled seats, and at least so many of them. */
export type QuorumRule = Threshold & { readonly leastSeats: number };

/** Besides the whole, each of these sectors must have a majority, or at least none against it. */
export const sectorRules = ["none", "majorityInEach", "noMajorityAgainst"] as const;
export type SectorRule = {
  readonly kind: (typeof sectorRules)[number];
  readonly sectors: readonly string[];
  /** For which subjects it holds. */
  readonly subjects: readonly Subject[];
  /** What it means when nobody of a sector may vote here: none is present, or all have a conflict of interest. */
  readonly empty: "consents" | "blocks";
  /** What it means when a sector is there and gives neither yes nor no. */
  readonly abstaining: "consents" | "blocks";
};

/** A seat with a conflict of interest never votes. Whether it still counts as present and as entitled is a rule. */
export type ConflictRule = { readonly outOfPresent: boolean; readonly outOfEntitled: boolean };

/** Decided by letter: all must say yes (BGB § 32 (3)), or a majority of those who answer, if enough do. */
export type CircularRule =
  | { readonly kind: "unanimous"; readonly days: number }
  | { readonly kind: "majority"; readonly days: number; readonly participation: Threshold };

/** The rules of procedure: data that is kept as JSON, in versions that the caller numbers. */
export type ProcedureRules = {
  readonly quorum: QuorumRule;
  readonly majorities: Readonly<Record<Subject, Majority>>;
  /** What a tie means: rejected (SächsGemO § 39 (6)), or the chair has the casting vote. */
  readonly tie: "rejected" | "castingVote";
  readonly sectors: SectorRule;
  readonly conflict: ConflictRule;
  readonly circular: CircularRule;
  /** How many must answer in a consent. */
  readonly consent: Threshold;
  /** Days between invitation and meeting. */
  readonly noticeDays: number;
  /** Only what stood in the invitation may be decided (BGB § 32 (1)). */
  readonly mustBeAnnounced: boolean;
  /** Days in which those who were there may object to the minutes; then they are approved. */
  readonly objectionDays: number;
  /** After so many meetings missed in a row a seat is asked whether it goes on; 0: never. */
  readonly absencesUntilAsked: number;
  readonly deputies: boolean;
  /** Whether who takes part from afar counts as present (BGB § 32 (2)). */
  readonly remote: boolean;
};

export const choices = ["yes", "no", "abstain"] as const;
export type Choice = (typeof choices)[number];

/** A seat as it was when the vote was taken. */
export type VotingSeat = {
  readonly id: string;
  readonly sector: string;
  /** Advisory seats have no vote. */
  readonly voting: boolean;
  readonly present: boolean;
  readonly biased: boolean;
  /** In a vote by name; nothing: it said nothing. */
  readonly vote?: Choice | undefined;
};

/** Counted, not by name: hands or slips, of one sector or (null) of all together. */
export type Counts = {
  readonly sector: string | null;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
};

/** What is put to the vote, and how it was voted. */
export type Ballot = {
  readonly subject: Subject;
  /** It stood in the invitation. */
  readonly announced: boolean;
  readonly seats: readonly VotingSeat[];
  /** A show of hands or secret slips; then the votes of the seats are not looked at. */
  readonly counts?: readonly Counts[] | undefined;
  /** The vote that decides a tie, and whose it is. */
  readonly castingVote?: "yes" | "no" | undefined;
  readonly chair?: string | undefined;
};

/** Why it passed (the first five), or why not: all that stood against it. */
export type DecisionReason =
  | "majority"
  | "castingVote"
  | "unanimous"
  | "consent"
  | "leastResistance"
  | "notAnnounced"
  | "quorum"
  | "tooManyVotes"
  | "nobodyVoted"
  | "tie"
  | "tieByCastingVote"
  | "noMajority"
  | "sectors"
  | "sectorsUnknown"
  | "notUnanimous"
  | "participation"
  | "objections"
  | "statusQuo";

export type SectorDecision = {
  readonly sector: string;
  readonly seats: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Whether the rule of the sectors asks this one. */
  readonly asked: boolean;
  readonly consents: boolean;
  readonly because: "majority" | "noMajority" | "against" | "notAgainst" | "empty" | "abstaining" | "unknown";
};

/** What came of a vote, in facts from which one sentence can say why. */
export type Decision = {
  readonly version: string;
  readonly way: "meeting" | "circular" | "consent" | "consensing";
  readonly subject: Subject;
  readonly passed: boolean;
  readonly reasons: readonly DecisionReason[];
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Could have voted and said nothing. */
  readonly silent: number;
  readonly quorum: QuorumRule & {
    readonly present: number;
    readonly entitled: number;
    /** So many seats at least. */
    readonly needed: number;
    readonly met: boolean;
  };
  /** `of`: how many votes the base holds; `limit`: the share of it as a fraction; `needed`: so many yes at least. */
  readonly majority: Majority & { readonly of: number; readonly limit: string; readonly needed: number };
  readonly tie: boolean;
  readonly castingVote: "yes" | "no" | null;
  readonly sectorRule: SectorRule["kind"];
  readonly sectors: readonly SectorDecision[];
  /** Seats with a conflict of interest; they did not vote. */
  readonly biased: readonly string[];
  /** Votes that were given and do not count. */
  readonly ignored: readonly { readonly seat: string; readonly why: "advisory" | "absent" | "biased" }[];
  /** Consent: yes are those who agree, abstentions those who stand aside, no those who object with a reason. */
  readonly consent?: {
    readonly responses: number;
    readonly needed: number;
    readonly objecting: readonly string[];
  };
  /** Least resistance: the options in their order, mean resistance in thousandths. */
  readonly consensing?: {
    readonly winner: string | null;
    readonly passive: string;
    readonly rows: readonly {
      readonly id: string;
      readonly mean: number | null;
      readonly highest: number | null;
      readonly ratings: number;
    }[];
  };
};
