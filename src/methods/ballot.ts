/**
 * What a ballot asks, what a filled sheet says, and by which rule it is counted: the shapes that the ballot box, the
 * published file, the count and the reader's own browser share.
 */

/** One thing to choose. Ids are strings, and stay strings: "10" is not 10. */
export type BallotOption = {
  readonly id: string;
  readonly title: string;
  /** Whole cents; where money is given out. */
  readonly cost?: number;
};

/**
 * A filled sheet: option → mark. What is not marked is left out, so an empty sheet is `{}`.
 * yes/no: one of "yes", "no", "abstain" with 1 · approval: 1 each · points: how many · ranking: the place, 1 is the
 * best, equal places are allowed · resistance: 0 (none) to 10 (unbearable).
 */
export type Marks = Readonly<Record<string, number>>;

/** How a sheet is filled in. */
export const papers = ["yesNo", "approval", "points", "ranking", "resistance"] as const;
export type Paper = (typeof papers)[number];

/** A part of a whole, exact: 2 of 3. */
export type Share = { readonly of: number; readonly parts: number };

/** Yes or no. Passed: more yes than no, or at least a share of them; the quorum counts filled sheets of all entitled. */
export type MajorityRule = {
  readonly kind: "majority";
  readonly paper: "yesNo";
  /** "moreThanHalf": more yes than no. Otherwise at least this share of yes and no. A tie is a no. */
  readonly passes: "moreThanHalf" | Share;
  /** How many must have voted; 0: no quorum. */
  readonly quorum: number;
};

/** The most approvals win. */
export type ApprovalRule = {
  readonly kind: "approval";
  readonly paper: "approval";
  readonly seats: number;
  /** How many may be approved on one sheet; 0: any number. */
  readonly most: number;
};

/** The most points win. */
export type PointsRule = {
  readonly kind: "points";
  readonly paper: "points";
  readonly seats: number;
  readonly points: number;
  readonly mostEach: number;
};

/** Everybody ranks. `statusQuo`: an option that must be beaten by the winner. */
export type RankingRule = {
  readonly kind: "schulze" | "irv";
  readonly paper: "ranking";
  readonly statusQuo?: string;
};

/** Several seats by the single transferable vote, Scottish rules. */
export type StvRule = { readonly kind: "stv"; readonly paper: "ranking"; readonly seats: number };

/** Systemic consensing: the least resistance, measured against leaving all as it is. */
export type ConsensingRule = {
  readonly kind: "consensing";
  readonly paper: "resistance";
  /** The passive solution. */
  readonly passive: string;
  /** The share of sheets that must have rated an option, in percent. */
  readonly needed: number;
};

/** The Method of Equal Shares, with what is done about money that is left. Amounts in whole cents. */
export type SharesRule = {
  readonly kind: "equalShares";
  readonly paper: "approval" | "points" | "ranking";
  readonly budget: number;
  /** What a voter has of a project: its cost, one, or what was given to it. */
  readonly utility: "cost" | "cardinality" | "given";
  /** Before: projects with fewer supporters are left out. */
  readonly leastVotes: number;
  readonly completion: "none" | "add1" | "add1-exhaustive";
  /** Cents by which everybody's share grows in each round of the completion. */
  readonly step: number;
  readonly thenByVotes: boolean;
  /** Greedy is taken instead if strictly more voters are better off with it. */
  readonly comparison: boolean;
  /** How many may be approved on one sheet; 0: any number. With points: how many there are to give. */
  readonly most: number;
};

/** By votes, what fits. */
export type GreedyRule = {
  readonly kind: "greedy";
  readonly paper: "approval" | "points" | "ranking";
  readonly budget: number;
  readonly leastVotes: number;
  readonly most: number;
};

export type BallotRule =
  | MajorityRule
  | ApprovalRule
  | PointsRule
  | RankingRule
  | StvRule
  | ConsensingRule
  | SharesRule
  | GreedyRule;

/** The version of the rules as this program counts them; it stands in every result. */
export const rulesVersion = "2026-11";

/** One sheet as it is published: without a name in a secret ballot, with one in a named ballot. */
export type PublishedSheet = {
  readonly receipt: string;
  readonly marks: Marks;
  readonly name?: string;
};

/** A tie, and how it was broken. */
export type Tie = {
  /** The round or stage in which it came up, from 1. */
  readonly round: number;
  readonly among: readonly string[];
  readonly taken: string;
  /** "approvers", "cost", "order" (list numbers drawn by lot before the vote), "earlierStage", "maximum" … */
  readonly by: string;
};

/**
 * What a ballot was about, and every sheet of it: all that is needed to count again. Options stand in the order of
 * their list numbers, which were drawn by lot before the vote; that order breaks the last ties.
 */
export type BallotFile = {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly rule: BallotRule;
  readonly options: readonly BallotOption[];
  /** In the order of their receipts, which says nothing about when they came. */
  readonly sheets: readonly PublishedSheet[];
  /** How many could vote: for quorums. */
  readonly entitled: number;
  /** Sheets that were in the box and count for nobody. */
  readonly invalid: number;
};
