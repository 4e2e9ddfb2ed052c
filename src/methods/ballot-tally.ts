import type { BallotFile, Marks } from "./ballot.ts";
import { type ConsensingTally, countConsensing } from "./consensing.ts";
import { countGreedy, countShares, type GreedyTally, type SharesTally } from "./equal-shares.ts";
import { countRunoff, type RunoffTally } from "./instant-runoff.ts";
import { countMajority, countVotes, type MajorityTally, type VotesTally } from "./plain-votes.ts";
import { rankedSheets } from "./ranked-sheets.ts";
import { countSchulze, type SchulzeTally } from "./schulze.ts";
import { countStv, type StvTally } from "./scottish-stv.ts";

/** The result of a ballot, by the kind of its rule. All of them name their winners, their blank sheets and their ties. */
export type Tally =
  | MajorityTally
  | VotesTally
  | SchulzeTally
  | RunoffTally
  | StvTally
  | ConsensingTally
  | SharesTally
  | GreedyTally;

type Counted = Pick<BallotFile, "rule" | "options" | "sheets">;

/** Counts a ballot by its rule: the same on the server, on the command line and in the reader's browser. */
export const tallyBallot = ({ rule, options, sheets }: Counted): Tally => {
  const marks: readonly Marks[] = sheets.map((sheet) => sheet.marks);
  const people = marks.length;
  switch (rule.kind) {
    case "majority":
      return countMajority(marks, rule);
    case "approval":
    case "points":
      return countVotes(options, marks, rule);
    case "schulze":
      return countSchulze(options, rankedSheets(options, marks), rule, people);
    case "irv":
      return countRunoff(options, rankedSheets(options, marks), people, rule);
    case "stv":
      return countStv(options, rankedSheets(options, marks), rule.seats, people);
    case "consensing":
      return countConsensing(options, marks, rule);
    case "equalShares":
      return countShares(options, marks, rule);
    case "greedy":
      return countGreedy(options, marks, rule);
  }
};
