import {
  type Ballot,
  type Decision,
  type DecisionReason,
  type ProcedureRules,
  resolutionVersion,
  type VotingSeat,
} from "./resolution.ts";
import { ignoredVotes, isTie, majorityOf, quorumOf, sectorsOf } from "./resolution-decide.ts";

/** By letter everybody is there who answers, whatever the answer. */
const answered = (seat: VotingSeat): VotingSeat => ({ ...seat, present: seat.vote !== undefined });

const majorityReasons = (
  rules: ProcedureRules,
  decision: Pick<Decision, "yes" | "no" | "quorum" | "majority" | "tie" | "sectors">,
): readonly DecisionReason[] => {
  const against: DecisionReason[] = [];
  if (rules.circular.kind === "majority" && !decision.quorum.met) against.push("participation");
  if (decision.yes + decision.no === 0) against.push("nobodyVoted");
  else if (decision.tie) against.push("tie");
  else if (decision.yes < decision.majority.needed) against.push("noMajority");
  if (decision.sectors.some(({ consents }) => !consents)) against.push("sectors");
  return against;
};

/**
 * What came of a vote by letter. Unanimous: every seat that has a vote and no interest of its own says yes in text
 * form, so silence and abstention prevent it (BGB § 32 (3)). By majority: enough answer, then the majority of the
 * subject. There is no casting vote in a letter.
 */
export const decideCircular = (rules: ProcedureRules, ballot: Ballot): Decision => {
  const seats = ballot.seats.map(answered);
  const votes: Ballot = { ...ballot, seats, counts: undefined };
  const { circular } = rules;
  const rule =
    circular.kind === "majority"
      ? circular.participation
      : ({ fraction: "1/1", comparison: "atLeast" } as const);
  const quorum = quorumOf(
    { ...rules, quorum: { ...rule, leastSeats: 1 }, conflict: { outOfPresent: true, outOfEntitled: true } },
    seats,
  );
  const may = seats.filter((seat) => seat.voting && !seat.biased);
  const said = {
    yes: may.filter(({ vote }) => vote === "yes").length,
    no: may.filter(({ vote }) => vote === "no").length,
    abstain: may.filter(({ vote }) => vote === "abstain").length,
  };
  const majority = majorityOf(
    circular.kind === "unanimous"
      ? { fraction: "1/1", comparison: "atLeast", base: "entitled" }
      : rules.majorities[ballot.subject],
    said,
    quorum,
  );
  const sectors = sectorsOf(rules, votes);
  const tie = circular.kind === "majority" && isTie(said, majority);
  const facts = { ...said, quorum, majority, tie, sectors };
  const unanimous = may.length > 0 && said.yes === may.length;
  const against: readonly DecisionReason[] =
    circular.kind === "unanimous" ? (unanimous ? [] : ["notUnanimous"]) : majorityReasons(rules, facts);
  return {
    version: resolutionVersion,
    way: "circular",
    subject: ballot.subject,
    passed: against.length === 0,
    reasons: against.length > 0 ? against : [circular.kind === "unanimous" ? "unanimous" : "majority"],
    ...facts,
    silent: may.filter(({ vote }) => vote === undefined).length,
    castingVote: null,
    sectorRule:
      circular.kind === "majority" && sectors.some(({ asked }) => asked) ? rules.sectors.kind : "none",
    biased: ballot.seats.filter((seat) => seat.voting && seat.biased).map(({ id }) => id),
    ignored: ignoredVotes(votes),
  };
};

/** Whether no further answer could change what comes of a letter; answers given are not taken back. */
export const circularSettled = (rules: ProcedureRules, ballot: Ballot): boolean => {
  const filled = (vote: "yes" | "no" | "abstain"): boolean =>
    decideCircular(rules, {
      ...ballot,
      seats: ballot.seats.map((seat) => ({ ...seat, vote: seat.vote ?? vote })),
    }).passed;
  const now = decideCircular(rules, ballot).passed;
  return [filled("yes"), filled("no"), filled("abstain")].every((passed) => passed === now);
};
