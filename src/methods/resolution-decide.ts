import { gcd } from "./fraction.ts";
import {
  type Ballot,
  type Base,
  type Choice,
  type Counts,
  type Decision,
  type DecisionReason,
  type Majority,
  type ProcedureRules,
  resolutionVersion,
  type SectorDecision,
  type Threshold,
  type VotingSeat,
} from "./resolution.ts";
import { leastOf, readFraction } from "./resolution-rules.ts";

type Heard = { readonly yes: number; readonly no: number; readonly abstain: number };

const nobody: Heard = { yes: 0, no: 0, abstain: 0 };
const all = ({ yes, no, abstain }: Heard): number => yes + no + abstain;
const add = (one: Heard, other: Heard): Heard => ({
  yes: one.yes + other.yes,
  no: one.no + other.no,
  abstain: one.abstain + other.abstain,
});

/** May vote here and now: has a vote, is there, has no interest of its own. */
const mayVote = (seat: VotingSeat): boolean => seat.voting && seat.present && !seat.biased;

const hear = (seats: readonly VotingSeat[]): Heard => {
  const said = (choice: Choice) => seats.filter((seat) => mayVote(seat) && seat.vote === choice).length;
  return { yes: said("yes"), no: said("no"), abstain: said("abstain") };
};

/** What was said by one sector, or by all; nothing when it was not counted apart. */
const heard = (ballot: Ballot, sector: string | null): Heard | undefined => {
  if (!ballot.counts) return hear(ballot.seats.filter((seat) => sector === null || seat.sector === sector));
  if (sector === null) return ballot.counts.reduce<Heard>(add, nobody);
  if (ballot.counts.some((counts) => counts.sector === null && all(counts) > 0)) return undefined;
  return ballot.counts.filter((counts) => counts.sector === sector).reduce<Heard>(add, nobody);
};

const notACount = ({ yes, no, abstain }: Heard): boolean =>
  [yes, no, abstain].some((number) => !Number.isSafeInteger(number) || number < 0);

/** Where more votes were counted than seats may vote; null: in all. */
export const tooManyVotes = (ballot: Ballot): readonly (string | null)[] => {
  const counts: readonly Counts[] = ballot.counts ?? [];
  const places = [...new Set([null, ...counts.map(({ sector }) => sector)])];
  return places.filter((sector) => {
    const given = counts.filter((one) => sector === null || one.sector === sector);
    const may = ballot.seats.filter((seat) => mayVote(seat) && (sector === null || seat.sector === sector));
    return given.some(notACount) || all(given.reduce<Heard>(add, nobody)) > may.length;
  });
};

/** How many seats are there and how many would have to be, for a quorum. */
export const quorumOf = (
  { quorum, conflict }: ProcedureRules,
  seats: readonly VotingSeat[],
): Decision["quorum"] => {
  const voting = seats.filter((seat) => seat.voting);
  const entitled = voting.filter(({ biased }) => !(biased && conflict.outOfEntitled)).length;
  const present = voting.filter((seat) => seat.present && !(seat.biased && conflict.outOfPresent)).length;
  const needed = Math.max(leastOf(quorum, entitled), quorum.leastSeats);
  return { ...quorum, present, entitled, needed, met: entitled > 0 && present >= needed };
};

const limitOf = ({ fraction }: Threshold, whole: number): string => {
  const share = readFraction(fraction);
  if (!share) throw new RangeError(`not a fraction: ${fraction}`);
  const of = share.of * BigInt(whole);
  const common = gcd(of, share.by);
  return share.by === common ? `${of / common}` : `${of / common}/${share.by / common}`;
};

/** How many yes a majority needs of what was said; with nothing to count there is no majority. */
export const majorityOf = (
  majority: Majority,
  said: Heard,
  { present, entitled }: { readonly present: number; readonly entitled: number },
): Decision["majority"] => {
  const sizes: Record<Base, number> = { cast: said.yes + said.no, valid: all(said), present, entitled };
  const of = sizes[majority.base];
  return { ...majority, of, limit: limitOf(majority, of), needed: Math.max(1, leastOf(majority, of)) };
};

/** As many yes as no, and just as many as must be exceeded: then one vote more would decide. Two thirds know no tie. */
export const isTie = ({ yes, no }: Pick<Heard, "yes" | "no">, majority: Decision["majority"]): boolean =>
  yes > 0 && yes === no && majority.comparison === "moreThan" && majority.limit === String(yes);

const because = (
  { kind, empty, abstaining }: ProcedureRules["sectors"],
  may: number,
  said: Heard | undefined,
): Pick<SectorDecision, "consents" | "because"> => {
  if (may === 0) return { consents: empty === "consents", because: "empty" };
  if (!said) return { consents: false, because: "unknown" };
  if (said.yes + said.no === 0) return { consents: abstaining === "consents", because: "abstaining" };
  if (kind === "majorityInEach")
    return said.yes > said.no
      ? { consents: true, because: "majority" }
      : { consents: false, because: "noMajority" };
  return said.no > said.yes
    ? { consents: false, because: "against" }
    : { consents: true, because: "notAgainst" };
};

const ofSector = (rules: ProcedureRules, ballot: Ballot, asked: boolean, sector: string): SectorDecision => {
  const seats = ballot.seats.filter((seat) => seat.voting && seat.sector === sector);
  const said = heard(ballot, sector);
  const answer = because(rules.sectors, seats.filter(mayVote).length, said);
  return {
    sector,
    seats: seats.length,
    present: seats.filter(({ present }) => present).length,
    ...(said ?? nobody),
    asked,
    ...answer,
    consents: !asked || answer.consents,
  };
};

/** The sectors that the rules name, and any other that has a seat; in this order. */
export const sectorsOf = (rules: ProcedureRules, ballot: Ballot): readonly SectorDecision[] => {
  const { kind, sectors, subjects } = rules.sectors;
  const rule = kind !== "none" && subjects.includes(ballot.subject);
  const others = ballot.seats.filter(({ voting }) => voting).map(({ sector }) => sector);
  return [...new Set([...sectors, ...others.toSorted()])].map((sector) =>
    ofSector(rules, ballot, rule && sectors.includes(sector), sector),
  );
};

/** A tie is decided by the chair if the rules say so, and the chair has no interest of its own. */
export const castingVoteOf = (rules: ProcedureRules, ballot: Ballot): "yes" | "no" | null => {
  const chair = ballot.seats.find(({ id }) => id === ballot.chair);
  return rules.tie === "castingVote" && !(chair && !mayVote(chair)) ? (ballot.castingVote ?? null) : null;
};

const sectorReasons = (sectors: readonly SectorDecision[]): readonly DecisionReason[] => {
  const blocking = sectors.filter(({ consents }) => !consents);
  if (blocking.length === 0) return [];
  return [blocking.every(({ because }) => because === "unknown") ? "sectorsUnknown" : "sectors"];
};

/** Votes by name of those who may not vote. */
export const ignoredVotes = ({ counts, seats }: Ballot): Decision["ignored"] =>
  counts
    ? []
    : seats
        .filter((seat) => seat.vote !== undefined && !mayVote(seat))
        .map((seat) => ({
          seat: seat.id,
          why: seat.biased ? "biased" : seat.voting ? "absent" : "advisory",
        }));

/**
 * Whether a motion is carried, and why. All counting is in whole numbers and exact fractions; the order of the seats
 * does not matter. Sources: BGB § 32 (majority of the votes cast, announced subjects), § 34 (conflict of interest),
 * SächsGemO § 39 (6) (a tie rejects).
 */
export const decide = (rules: ProcedureRules, ballot: Ballot): Decision => {
  const quorum = quorumOf(rules, ballot.seats);
  const said = heard(ballot, null) ?? nobody;
  const majority = majorityOf(rules.majorities[ballot.subject], said, quorum);
  const sectors = sectorsOf(rules, ballot);
  const tie = isTie(said, majority);
  const castingVote = tie ? castingVoteOf(rules, ballot) : null;
  const against: DecisionReason[] = [];
  if (rules.mustBeAnnounced && !ballot.announced) against.push("notAnnounced");
  if (!quorum.met) against.push("quorum");
  if (tooManyVotes(ballot).length > 0) against.push("tooManyVotes");
  if (said.yes + said.no === 0) against.push("nobodyVoted");
  else if (tie && castingVote === "no") against.push("tieByCastingVote");
  else if (tie && castingVote === null) against.push("tie");
  else if (!tie && said.yes < majority.needed) against.push("noMajority");
  against.push(...sectorReasons(sectors));
  return {
    version: resolutionVersion,
    way: "meeting",
    subject: ballot.subject,
    passed: against.length === 0,
    reasons: against.length > 0 ? against : [castingVote === "yes" ? "castingVote" : "majority"],
    ...said,
    silent: Math.max(0, ballot.seats.filter(mayVote).length - all(said)),
    quorum,
    majority,
    tie,
    castingVote,
    sectorRule: sectors.some(({ asked }) => asked) ? rules.sectors.kind : "none",
    sectors,
    biased: ballot.seats.filter((seat) => seat.voting && seat.biased).map(({ id }) => id),
    ignored: ignoredVotes(ballot),
  };
};
