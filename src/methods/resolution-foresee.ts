import type { Ballot, Choice, Decision, ProcedureRules, VotingSeat } from "./resolution.ts";
import { decide } from "./resolution-decide.ts";

/** What would come of a motion, and what it depends on. */
export type Foresight = {
  /** If those who have not said anything keep silent. */
  readonly decision: Decision;
  /** However those vote who are there and have not said anything. */
  readonly certain: "passes" | "fails" | "open";
  /** How many more seats would have to come for a quorum; null: not so many are missing. */
  readonly moreSeats: number | null;
  /** How many of those who are there and silent must say yes at least; null: not even all of them would do. */
  readonly moreYes: number | null;
  /** How many who said no or abstain would have to say yes instead; null: not even all of them would do. */
  readonly changes: number | null;
  /** How many yes can become no before it fails; null when it does not pass. */
  readonly margin: number | null;
  /** Seats of which each alone turns the result by voting otherwise. */
  readonly pivotal: readonly string[];
  /** Sectors that stand in the way now. */
  readonly blocking: readonly string[];
};

const mayVote = (seat: VotingSeat): boolean => seat.voting && seat.present && !seat.biased;

const set = (seats: readonly VotingSeat[], chosen: ReadonlySet<string>, vote: Choice | undefined) =>
  seats.map((seat) => (chosen.has(seat.id) ? { ...seat, vote } : seat));

/** The least number of these seats that must vote so, so that the motion comes out as wanted; null if none is enough. */
const least = (
  rules: ProcedureRules,
  ballot: Ballot,
  from: readonly VotingSeat[],
  vote: Choice,
  wanted: boolean,
): number | null => {
  const outcome = (chosen: ReadonlySet<string>): Decision =>
    decide(rules, { ...ballot, seats: set(ballot.seats, chosen, vote) });
  if (outcome(new Set()).passed === wanted) return 0;
  const sectors = [...new Set(from.map(({ sector }) => sector))];
  // All sectors first by what each needs of itself, then whoever is left: both demands only grow.
  const orders = wanted ? [firstNeeded(outcome, from)] : sectors.map((sector) => ofSectorFirst(from, sector));
  const found = orders.flatMap((order) => {
    const at = order.findIndex((_, index) => {
      const chosen = new Set(order.slice(0, index + 1).map(({ id }) => id));
      return outcome(chosen).passed === wanted;
    });
    return at < 0 ? [] : [at + 1];
  });
  return found.length > 0 ? Math.min(...found) : null;
};

const ofSectorFirst = (from: readonly VotingSeat[], sector: string): readonly VotingSeat[] => [
  ...from.filter((seat) => seat.sector === sector),
  ...from.filter((seat) => seat.sector !== sector),
];

/** One seat after the other, each of a sector that still stands in the way while there is one. */
const firstNeeded = (
  outcome: (chosen: ReadonlySet<string>) => Decision,
  from: readonly VotingSeat[],
): readonly VotingSeat[] => {
  const order: VotingSeat[] = [];
  while (order.length < from.length) {
    const chosen = new Set(order.map(({ id }) => id));
    const blocking = outcome(chosen).sectors.filter(({ consents }) => !consents);
    const left = from.filter(({ id }) => !chosen.has(id));
    const next = left.find((seat) => blocking.some(({ sector }) => sector === seat.sector)) ?? left[0];
    if (!next) break;
    order.push(next);
  }
  return order;
};

const pivotalSeats = (rules: ProcedureRules, ballot: Ballot, passed: boolean): readonly string[] =>
  ballot.seats
    .filter(mayVote)
    .filter(({ id, vote }) =>
      (["yes", "no", "abstain"] as const).some(
        (other) =>
          other !== vote &&
          decide(rules, { ...ballot, seats: set(ballot.seats, new Set([id]), other) }).passed !== passed,
      ),
    )
    .map(({ id }) => id);

/**
 * Would this pass, and what does it depend on? Votes by name; who is there and has not said anything is still open.
 * Right for rules that `checkRules` finds nothing wrong with: one yes more never does harm there.
 */
export const foresee = (rules: ProcedureRules, ballot: Ballot): Foresight => {
  const named: Ballot = { ...ballot, counts: undefined };
  const decision = decide(rules, named);
  const voters = named.seats.filter(mayVote);
  const open = voters.filter(({ vote }) => vote === undefined);
  const all = (vote: Choice) =>
    decide(rules, { ...named, seats: set(named.seats, new Set(open.map(({ id }) => id)), vote) }).passed;
  const outcomes = [decision.passed, all("yes"), all("no"), all("abstain")];
  const missing = decision.quorum.needed - decision.quorum.present;
  const others = voters.filter(({ vote }) => vote === "no" || vote === "abstain");
  const yes = voters.filter(({ vote }) => vote === "yes");
  const fails = decision.passed ? least(rules, named, yes, "no", false) : null;
  return {
    decision,
    certain: outcomes.every(Boolean) ? "passes" : outcomes.some(Boolean) ? "open" : "fails",
    moreSeats: missing > 0 ? missing : null,
    moreYes: least(rules, named, open, "yes", true),
    changes: least(rules, named, others, "yes", true),
    margin: fails === null ? (decision.passed ? yes.length : null) : fails - 1,
    pivotal: pivotalSeats(rules, named, decision.passed),
    blocking: decision.sectors.filter(({ consents }) => !consents).map(({ sector }) => sector),
  };
};

/** Seats for a sketch: how many of a sector are there, and how they might vote. */
export type SectorSketch = {
  readonly sector: string;
  readonly entitled: number;
  readonly present: number;
  readonly biased: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
};

/** Seats as a sketch has them: first those with a conflict of interest (present), then yes, no, abstain, silent, absent. */
export const sketchSeats = (sketch: readonly SectorSketch[]): readonly VotingSeat[] =>
  sketch.flatMap(({ sector, entitled, present, biased, yes, no, abstain }) =>
    Array.from({ length: entitled }, (_, index): VotingSeat => {
      const at = index - biased;
      const vote =
        at < 0
          ? undefined
          : at < yes
            ? "yes"
            : at < yes + no
              ? "no"
              : at < yes + no + abstain
                ? "abstain"
                : undefined;
      return {
        id: `${sector} ${index + 1}`,
        sector,
        voting: true,
        present: index < present,
        biased: at < 0,
        vote,
      };
    }),
  );
