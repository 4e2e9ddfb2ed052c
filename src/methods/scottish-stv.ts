import { type BallotOption, rulesVersion, type Tie } from "./ballot.ts";
import { pick } from "./earlier-stages.ts";
import { preferencesOf, type RankedSheet } from "./ranked-sheets.ts";

/** One vote in the units of the count: five decimals, cut off. */
export const wholeVote = 100_000;

export type StvStage = {
  /** What happened to come to these votes. */
  readonly what: "first" | "surplus" | "excluded" | "rest";
  /** Whose surplus or sheets were passed on. */
  readonly id: string | null;
  /** In hundred-thousandths, in the order of the list. */
  readonly votes: readonly number[];
  /** Votes that name nobody who is left, and what was cut off. */
  readonly exhausted: number;
  /** Elected at this stage, in the order of their votes. */
  readonly elected: readonly string[];
};

/** The result of an election of several by the single transferable vote. */
export type StvTally = {
  readonly kind: "stv";
  readonly version: string;
  readonly people: number;
  readonly blank: number;
  readonly seats: number;
  readonly quota: number;
  /** In the order of their election. */
  readonly winners: readonly string[];
  readonly options: readonly string[];
  readonly stages: readonly StvStage[];
  readonly ties: readonly Tie[];
};

type Parcel = {
  readonly weight: number;
  readonly preferences: readonly number[];
  /** Where on the sheet it lies, and what each of its sheets is worth. */
  place: number;
  value: number;
};

type Count = {
  readonly parcels: Map<number, Parcel[]>;
  readonly votes: number[];
  readonly hopeful: Set<number>;
};

const add = (count: Count, parcel: Parcel): void => {
  const { preferences, weight, value } = parcel;
  let { place } = parcel;
  while (place < preferences.length && !count.hopeful.has(preferences[place] ?? -1)) place += 1;
  const option = preferences[place];
  if (option === undefined) return;
  parcel.place = place;
  count.parcels.get(option)?.push(parcel);
  count.votes[option] = (count.votes[option] ?? 0) + weight * value;
};

const worth = (value: number, surplus: number, total: number): number =>
  Number((BigInt(value) * BigInt(surplus)) / BigInt(total));

const passOn = (count: Count, option: number, revalue: (value: number) => number): void => {
  const parcels = count.parcels.get(option) ?? [];
  count.parcels.set(option, []);
  for (const parcel of parcels) {
    parcel.value = revalue(parcel.value);
    parcel.place += 1;
    if (parcel.value > 0) add(count, parcel);
  }
};

const begin = (size: number, sheets: readonly RankedSheet[]): Count => {
  const count: Count = {
    parcels: new Map(Array.from({ length: size }, (_, option) => [option, []])),
    votes: Array.from({ length: size }, () => 0),
    hopeful: new Set(Array.from({ length: size }, (_, option) => option)),
  };
  for (const sheet of sheets)
    add(count, { weight: sheet.weight, preferences: preferencesOf(sheet), place: 0, value: wholeVote });
  return count;
};

type Election = {
  readonly count: Count;
  readonly seats: number;
  readonly valid: number;
  readonly quota: number;
  readonly id: (option: number) => string;
  readonly pending: Set<number>;
  readonly winners: number[];
  readonly stages: StvStage[];
  readonly ties: Tie[];
};

const byVotes = ({ votes }: Count, chosen: readonly number[]): number[] =>
  chosen.toSorted((one, other) => (votes[other] ?? 0) - (votes[one] ?? 0));

const elect = ({ count, quota, winners, pending, id }: Election, chosen: readonly number[]): string[] => {
  for (const option of chosen) {
    count.hopeful.delete(option);
    winners.push(option);
    if ((count.votes[option] ?? 0) > quota) pending.add(option);
  }
  return chosen.map(id);
};

/** Writes down the votes of a stage, and who has reached the quota by them. */
const note = (election: Election, what: StvStage["what"], of: number | null): void => {
  const { count, quota, seats, winners, valid, stages, id } = election;
  const votes = [...count.votes];
  const reached = byVotes(
    count,
    [...count.hopeful].filter((option) => (votes[option] ?? 0) >= quota),
  );
  const elected = elect(election, reached.slice(0, seats - winners.length));
  const held = votes.reduce((sum, one) => sum + one, 0);
  stages.push({ what, id: of === null ? null : id(of), votes, exhausted: valid * wholeVote - held, elected });
};

const choose = (election: Election, among: Iterable<number>, wanted: "most" | "fewest"): number => {
  const { count, stages, ties, id } = election;
  const earlier = stages.map(({ votes }) => votes);
  const { taken, tie } = pick([...among], count.votes, earlier, wanted);
  if (tie) ties.push({ round: stages.length, among: tie.among.map(id), taken: id(taken), by: tie.by });
  return taken;
};

const passSurplus = (election: Election): void => {
  const { count, pending, quota } = election;
  const taken = choose(election, pending, "most");
  pending.delete(taken);
  const total = count.votes[taken] ?? 0;
  passOn(count, taken, (value) => worth(value, total - quota, total));
  count.votes[taken] = quota;
  note(election, "surplus", taken);
};

const exclude = (election: Election): void => {
  const { count } = election;
  const taken = choose(election, count.hopeful, "fewest");
  count.hopeful.delete(taken);
  passOn(count, taken, (value) => value);
  count.votes[taken] = 0;
  note(election, "excluded", taken);
};

const electRest = (election: Election): void => {
  const { count, stages } = election;
  const [before] = stages.slice(-1);
  const elected = elect(election, byVotes(count, [...count.hopeful]));
  if (before) stages.push({ ...before, what: "rest", id: null, elected });
};

const run = (election: Election): void => {
  const { count, seats, winners, pending } = election;
  note(election, "first", null);
  while (winners.length < seats && count.hopeful.size > 0) {
    if (count.hopeful.size <= seats - winners.length) electRest(election);
    else if (pending.size > 0) passSurplus(election);
    else exclude(election);
  }
};

/**
 * The single transferable vote by the Scottish rules (The Scottish Local Government Elections Order 2011, Schedule 1,
 * Part III): quota floor(valid / (seats + 1)) + 1; the largest surplus is passed on first, on all sheets of the
 * elected, each worth value × surplus / total, cut off after five decimals; without a surplus whoever has the fewest
 * goes. Ties: the latest earlier stage with a difference, else the list numbers. A sheet speaks up to its first equal
 * place; one that names nobody first counts as empty.
 */
export const countStv = (
  options: readonly Pick<BallotOption, "id">[],
  sheets: readonly RankedSheet[],
  seats: number,
  people: number,
): StvTally => {
  const id = (option: number): string => options[option]?.id ?? "";
  const speaking = sheets.filter((sheet) => preferencesOf(sheet).length > 0);
  const valid = speaking.reduce((sum, { weight }) => sum + weight, 0);
  const quota = (Math.floor(valid / (seats + 1)) + 1) * wholeVote;
  const count = begin(options.length, speaking);
  const election: Election = {
    count,
    seats,
    valid,
    quota,
    id,
    pending: new Set(),
    winners: [],
    stages: [],
    ties: [],
  };
  if (valid > 0) run(election);
  const { winners, stages, ties } = election;
  return {
    kind: "stv",
    version: rulesVersion,
    people,
    blank: people - valid,
    seats,
    quota,
    winners: winners.map(id),
    options: options.map((option) => option.id),
    stages,
    ties,
  };
};
