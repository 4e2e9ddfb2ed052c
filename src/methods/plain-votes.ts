import {
  type ApprovalRule,
  type BallotOption,
  type MajorityRule,
  type Marks,
  type PointsRule,
  rulesVersion,
  type Tie,
} from "./ballot.ts";

/** The result of a question that is answered with yes or no. */
export type MajorityTally = {
  readonly kind: "majority";
  readonly version: string;
  readonly people: number;
  readonly blank: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** So many yes were needed, out of yes and no. Abstentions and empty sheets do not count. */
  readonly needed: number;
  readonly quorum: number;
  readonly quorumReached: boolean;
  readonly passed: boolean;
  /** "yes" or "no": a tie is a no. */
  readonly winners: readonly string[];
  readonly ties: readonly Tie[];
};

const blankOf = (sheets: readonly Marks[]): number =>
  sheets.filter((marks) => Object.keys(marks).length === 0).length;

/** More yes than no (BGB § 32: abstentions do not count), or at least a share of both; and the quorum, if there is one. */
export const countMajority = (sheets: readonly Marks[], { passes, quorum }: MajorityRule): MajorityTally => {
  const of = (answer: string) => sheets.filter((marks) => marks[answer] === 1).length;
  const [yes, no, abstain] = [of("yes"), of("no"), of("abstain")];
  const needed =
    passes === "moreThanHalf"
      ? Math.floor((yes + no) / 2) + 1
      : Math.ceil(((yes + no) * passes.parts) / passes.of);
  const quorumReached = sheets.length >= quorum;
  const passed = quorumReached && yes > 0 && yes >= needed;
  return {
    kind: "majority",
    version: rulesVersion,
    people: sheets.length,
    blank: blankOf(sheets),
    yes,
    no,
    abstain,
    needed,
    quorum,
    quorumReached,
    passed,
    winners: [passed ? "yes" : "no"],
    ties: [],
  };
};

/** The result of approvals or points: the most votes win. */
export type VotesTally = {
  readonly kind: "approval" | "points";
  readonly version: string;
  readonly people: number;
  readonly blank: number;
  readonly seats: number;
  readonly winners: readonly string[];
  /** All options, the most votes first; equal ones in the order of their list numbers. */
  readonly rows: readonly { readonly id: string; readonly votes: number; readonly sheets: number }[];
  readonly ties: readonly Tie[];
};

/** Sums approvals or points. What nobody chose wins nothing; the list numbers break a tie for the last seat. */
export const countVotes = (
  options: readonly BallotOption[],
  sheets: readonly Marks[],
  { kind, seats }: ApprovalRule | PointsRule,
): VotesTally => {
  const rows = options
    .map(({ id }) => {
      const marks = sheets.flatMap((sheet) => (Object.hasOwn(sheet, id) ? (sheet[id] ?? []) : []));
      return { id, votes: marks.reduce((sum, mark) => sum + mark, 0), sheets: marks.length };
    })
    .toSorted((one, other) => other.votes - one.votes);
  const chosen = rows.filter(({ votes }) => votes > 0).slice(0, seats);
  const last = chosen.at(-1);
  const equal = rows.filter(({ votes }) => votes === last?.votes);
  const taken = equal.filter((row) => chosen.includes(row));
  const ties: Tie[] =
    taken.length < equal.length
      ? taken.map(({ id }) => ({ round: 1, among: equal.map((row) => row.id), taken: id, by: "order" }))
      : [];
  return {
    kind,
    version: rulesVersion,
    people: sheets.length,
    blank: blankOf(sheets),
    seats,
    winners: chosen.map(({ id }) => id),
    rows,
    ties,
  };
};
