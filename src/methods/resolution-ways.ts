import type { BallotOption, Marks } from "./ballot.ts";
import { countConsensing } from "./consensing.ts";
import type { Ballot, Choice, Decision, DecisionReason, ProcedureRules } from "./resolution.ts";
import { decideConsent, type Objection } from "./resolution-consent.ts";
import { decide } from "./resolution-decide.ts";

/** What stands in the way of any decision in a meeting, however it is taken. */
const common = ({ reasons }: Decision): readonly DecisionReason[] =>
  reasons.filter((reason) => reason === "notAnnounced" || reason === "quorum");

const settled = (
  decision: Decision,
  way: "consent" | "consensing",
  against: readonly DecisionReason[],
): Decision => ({
  ...decision,
  way,
  passed: against.length === 0,
  reasons: against.length > 0 ? against : [way === "consent" ? "consent" : "leastResistance"],
  tie: false,
  castingVote: null,
  sectorRule: "none",
});

/**
 * Consent in a meeting, when it is closed. A yes agrees, an abstention stands aside, a no is an answer that counts as
 * objection only with a reason and a change. Quorum and announcement hold as for any vote.
 */
export const decideConsentMeeting = (
  rules: ProcedureRules,
  ballot: Ballot,
  version: number,
  objections: readonly Objection[],
): Decision => {
  const plain = decide(rules, { ...ballot, counts: undefined, castingVote: undefined });
  const asked = ballot.seats.filter((seat) => seat.voting && seat.present && !seat.biased);
  const outcome = decideConsent({
    version,
    objections,
    responses: asked.filter(({ vote }) => vote !== undefined).map(({ id }) => ({ seat: id, version })),
    entitled: asked.map(({ id }) => id),
    quorum: rules.consent,
    deadline: 0,
    now: 0,
  });
  const objecting = new Set(outcome.objecting);
  const said = (choice: Choice) =>
    asked.filter(({ id, vote }) => vote === choice && !objecting.has(id)).length;
  return {
    ...settled(plain, "consent", [...common(plain), ...outcome.reasons]),
    yes: said("yes"),
    no: objecting.size,
    abstain: said("abstain"),
    silent: asked.length - outcome.responses,
    consent: { responses: outcome.responses, needed: outcome.needed, objecting: outcome.objecting },
  };
};

/** Options with the passive solution last, and what each seat can bear (0 to 10) of which option. */
export type ConsensingVote = {
  readonly options: readonly BallotOption[];
  readonly marks: ReadonlyMap<string, Marks>;
};

/** The option with the least resistance is decided, if it meets less than leaving everything as it is. */
export const decideConsensing = (
  rules: ProcedureRules,
  ballot: Ballot,
  { options, marks }: ConsensingVote,
): Decision => {
  const seats = ballot.seats.map((seat) => ({ ...seat, vote: undefined }));
  const plain = decide(rules, { ...ballot, seats, counts: undefined, castingVote: undefined });
  const asked = seats.filter((seat) => seat.voting && seat.present && !seat.biased);
  const sheets = asked.flatMap(({ id }): readonly Marks[] => {
    const sheet = marks.get(id);
    return sheet ? [sheet] : [];
  });
  const passive = options.at(-1)?.id ?? "";
  const tally = countConsensing(options, sheets, { needed: 50, passive }, asked.length);
  const winner = tally.winners[0] ?? null;
  const against: readonly DecisionReason[] =
    sheets.length === 0 ? ["nobodyVoted"] : winner === null || winner === passive ? ["statusQuo"] : [];
  return {
    ...settled(plain, "consensing", [...common(plain), ...against]),
    silent: asked.length - sheets.length,
    consensing: {
      winner,
      passive,
      rows: tally.rows.map(({ id, mean, highest, ratings }) => ({ id, mean, highest, ratings })),
    },
  };
};
