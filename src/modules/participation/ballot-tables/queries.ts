import type { Context } from "#core/context.ts";
import { number } from "#core/number.ts";
import type { BallotOption, BallotRule, Tie } from "#methods/ballot.ts";
import type { Tally } from "#methods/ballot-tally.ts";
import type { ConsensingTally } from "#methods/consensing.ts";
import type { RunoffTally } from "#methods/instant-runoff.ts";
import type { MajorityTally } from "#methods/plain-votes.ts";
import { say } from "./messages.ts";

/** What came out of a ballot, with what is needed to say it in words. */
export type Result = {
  readonly ctx: Context;
  readonly rule: BallotRule;
  readonly options: readonly BallotOption[];
  readonly tally: Tally;
};

/** The title of an option by its id. */
export const titleOf = (options: readonly BallotOption[], id: string): string =>
  options.find((option) => option.id === id)?.title ?? id;

/** Several as people list them: "A, B und C". */
export const listed = (ctx: Context, titles: readonly string[]): string => {
  const last = titles.at(-1) ?? "";
  return titles.length < 2 ? last : say(ctx)("and", { first: titles.slice(0, -1).join(", "), last });
};

/** Thousandths as people read them: "2,4". */
export const mean = (ctx: Context, thousandths: number | null): string =>
  thousandths === null ? "–" : number(ctx, thousandths / 1_000, 1);

const majority = (ctx: Context, tally: MajorityTally): string => {
  const words = say(ctx);
  if (!tally.quorumReached) return words("noQuorum", { people: tally.people, quorum: tally.quorum });
  return words(tally.passed ? "passed" : "rejected", {
    yes: number(ctx, tally.yes),
    no: number(ctx, tally.no),
    abstained: words("abstained", { n: tally.abstain }),
  });
};

const consensing = ({ ctx, rule, options }: Result, tally: ConsensingTally): string => {
  const words = say(ctx);
  const [winner] = tally.winners;
  if (winner === undefined) return words("nobody");
  if (rule.kind === "consensing" && winner === rule.passive) return words("stays");
  const row = tally.rows.find(({ id }) => id === winner);
  return words("wonConsensing", { title: titleOf(options, winner), mean: mean(ctx, row?.mean ?? null) });
};

/** What came out, in one sentence. */
export const headline = (result: Result): string => {
  const { ctx, options, tally, rule } = result;
  const words = say(ctx);
  if (tally.kind === "majority") return majority(ctx, tally);
  if (tally.kind === "consensing") return consensing(result, tally);
  const titles = tally.winners.map((id) => titleOf(options, id));
  const [first] = titles;
  if (first === undefined) return words("nobody");
  const list = listed(ctx, titles);
  if (tally.kind === "equalShares" || tally.kind === "greedy") return words("funded", { titles: list });
  if ("statusQuo" in rule && tally.winners[0] === rule.statusQuo) return words("stays");
  return titles.length > 1 || tally.kind === "stv"
    ? words("elected", { titles: list })
    : words("won", { title: first });
};

/** Who was left by a runoff, beside leaving all as it is. */
const measuredInWords = (
  { ctx, rule, options }: Result,
  measured: RunoffTally["measured"],
): readonly string[] => {
  if (!measured || !("statusQuo" in rule) || rule.statusQuo === undefined) return [];
  return [
    say(ctx)("measured", {
      title: titleOf(options, measured.id),
      quo: titleOf(options, rule.statusQuo),
      before: number(ctx, measured.before),
      behind: number(ctx, measured.behind),
    }),
  ];
};

/** Why, in a sentence or two. */
export const because = ({ ctx, rule, options, tally }: Result): readonly string[] => {
  const words = say(ctx);
  switch (tally.kind) {
    case "majority":
      return [words("neededYes", { needed: tally.needed, all: tally.yes + tally.no })];
    case "schulze": {
      const first =
        tally.condorcet === null
          ? words("noCondorcet")
          : words("condorcet", { title: titleOf(options, tally.condorcet) });
      if (tally.dropped.length === 0 || !("statusQuo" in rule)) return [first];
      const titles = listed(
        ctx,
        tally.dropped.map((id) => titleOf(options, id)),
      );
      return [first, words("droppedQuo", { title: titleOf(options, rule.statusQuo ?? ""), titles })];
    }
    case "irv":
      return [
        ...tally.rounds.flatMap(({ excluded }, index) =>
          excluded === null ? [] : [words("excluded", { n: index + 1, title: titleOf(options, excluded) })],
        ),
        ...measuredInWords({ ctx, rule, options, tally }, tally.measured),
      ];
    case "stv":
      return [words("quota", { quota: number(ctx, tally.quota) })];
    case "consensing": {
      const [winner] = tally.winners;
      if (rule.kind === "consensing" && winner === rule.passive) return [words("staysText")];
      const row = tally.rows.find(({ id }) => id === winner);
      return row && row.legitimized === null ? [words("wonUnsure")] : [];
    }
    case "equalShares":
      return tally.taken === "greedy" ? [words("greedyTaken")] : [];
    default:
      return [];
  }
};

const ways = ["order", "earlierStage", "approvers", "cost", "maximum"] as const;

/** How a tie was broken, in words. */
export const tieInWords = (ctx: Context, options: readonly BallotOption[], tie: Tie): string => {
  const words = say(ctx);
  const by = ways.find((way) => way === tie.by) ?? "rule";
  const among = listed(
    ctx,
    tie.among.map((id) => titleOf(options, id)),
  );
  return words("tie", { round: tie.round, among, taken: titleOf(options, tie.taken), by: words(`by_${by}`) });
};
