import { type BallotOption, type RankingRule, rulesVersion, type Tie } from "./ballot.ts";
import { pick } from "./earlier-stages.ts";
import { preferencesOf, type RankedSheet } from "./ranked-sheets.ts";
import { pairwiseOf } from "./schulze.ts";

export type RunoffRound = {
  /** The votes of each option, in the order of the list; those that are out have none. */
  readonly votes: readonly number[];
  /** Sheets that name nobody who is left. */
  readonly exhausted: number;
  readonly excluded: string | null;
};

/** The result of a ranking by instant runoff. */
export type RunoffTally = {
  readonly kind: "irv";
  readonly version: string;
  readonly people: number;
  readonly blank: number;
  readonly winners: readonly string[];
  readonly options: readonly string[];
  readonly rounds: readonly RunoffRound[];
  /** Who was left in the end beside the status quo: on so many sheets before it, and behind it. */
  readonly measured: { readonly id: string; readonly before: number; readonly behind: number } | null;
  readonly ties: readonly Tie[];
};

const measure = (
  options: readonly Pick<BallotOption, "id">[],
  sheets: readonly RankedSheet[],
  winner: number | undefined,
  statusQuo: string | undefined,
): RunoffTally["measured"] => {
  const quo = options.findIndex(({ id }) => id === statusQuo);
  if (winner === undefined || quo < 0 || quo === winner) return null;
  const pairwise = pairwiseOf(options.length, sheets);
  return {
    id: options[winner]?.id ?? "",
    before: pairwise[winner]?.[quo] ?? 0,
    behind: pairwise[quo]?.[winner] ?? 0,
  };
};

const countRound = (
  size: number,
  sheets: readonly { readonly weight: number; readonly preferences: readonly number[] }[],
  left: ReadonlySet<number>,
) => {
  const votes = Array.from({ length: size }, () => 0);
  let exhausted = 0;
  for (const { weight, preferences } of sheets) {
    const first = preferences.find((option) => left.has(option));
    if (first === undefined) exhausted += weight;
    else votes[first] = (votes[first] ?? 0) + weight;
  }
  return { votes, exhausted };
};

/**
 * Instant runoff: whoever has the fewest first preferences goes, and their sheets count for the next one, until one
 * has more than half of the sheets that still name somebody. A sheet speaks up to its first equal place. Who goes
 * among equals is decided by the latest round in which they differed, else by the list numbers. Whoever is left must
 * then stand before the status quo on more sheets than behind it, where there is one; otherwise the status quo stays.
 */
export const countRunoff = (
  options: readonly Pick<BallotOption, "id">[],
  sheets: readonly RankedSheet[],
  people: number,
  { statusQuo }: Pick<RankingRule, "statusQuo"> = {},
): RunoffTally => {
  const id = (option: number): string => options[option]?.id ?? "";
  const speaking = sheets.map((sheet) => ({ weight: sheet.weight, preferences: preferencesOf(sheet) }));
  const left = new Set(options.keys());
  const rounds: RunoffRound[] = [];
  const ties: Tie[] = [];
  let winner: number | undefined;
  while (winner === undefined && left.size > 0 && sheets.length > 0) {
    const { votes, exhausted } = countRound(options.length, speaking, left);
    const active = votes.reduce((sum, count) => sum + count, 0);
    if (active === 0) break;
    winner = left.size === 1 ? [...left][0] : votes.findIndex((count) => 2 * count > active);
    if (winner === -1) winner = undefined;
    if (winner !== undefined) {
      rounds.push({ votes, exhausted, excluded: null });
      break;
    }
    const earlier = rounds.map((round) => round.votes);
    const { taken, tie } = pick([...left], votes, earlier, "fewest");
    if (tie) ties.push({ round: rounds.length + 1, among: tie.among.map(id), taken: id(taken), by: tie.by });
    left.delete(taken);
    rounds.push({ votes, exhausted, excluded: id(taken) });
  }
  const measured = measure(options, sheets, winner, statusQuo);
  const stays = statusQuo !== undefined && measured !== null && measured.before <= measured.behind;
  return {
    kind: "irv",
    version: rulesVersion,
    people,
    blank: people - sheets.reduce((sum, { weight }) => sum + weight, 0),
    winners: winner === undefined ? [] : [stays ? statusQuo : id(winner)],
    options: options.map((option) => option.id),
    rounds,
    measured,
    ties,
  };
};
