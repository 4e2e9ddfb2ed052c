import type { Context } from "#core/context.ts";
import { money } from "#core/number.ts";
import type { BallotOption, BallotRule, GreedyRule, Marks, SharesRule } from "#methods/ballot.ts";
import { mostMarks, pointsOf } from "#methods/ballot-paper.ts";
import { say } from "./messages.ts";

type Titled = Pick<BallotOption, "id" | "title">;

/** How the sheet is filled in, one sentence each. */
export const howToFill = (ctx: Context, rule: BallotRule): readonly string[] => {
  const words = say(ctx);
  const money = rule.kind === "equalShares";
  const blank = words(money ? "fill_blankShares" : "fill_blank");
  if (rule.paper === "approval") {
    const most = mostMarks(rule);
    return [most ? words("fill_approvalMost", { most }) : words("fill_approval"), blank];
  }
  if (rule.paper === "points") {
    const points = pointsOf(rule) ?? { all: 0, each: 0 };
    return [words("fill_points", { points: points.all, most: points.each }), blank];
  }
  return [words(`fill_${rule.paper}`), blank];
};

const sharesInWords = (ctx: Context, rule: SharesRule): readonly string[] => {
  const words = say(ctx);
  const step = money(ctx, rule.step);
  return [
    words("shares", { budget: money(ctx, rule.budget) }),
    ...(rule.leastVotes > 1 ? [words("sharesLeast", { n: rule.leastVotes })] : []),
    ...(rule.completion === "add1" ? [words("add1", { step })] : []),
    ...(rule.completion === "add1-exhaustive" ? [words("add1Stop", { step })] : []),
    ...(rule.thenByVotes ? [words("thenByVotes")] : []),
    ...(rule.comparison ? [words("comparison")] : []),
    words("lots"),
  ];
};

const greedyInWords = (ctx: Context, rule: GreedyRule): readonly string[] => [
  say(ctx)("greedy", { budget: money(ctx, rule.budget) }),
  ...(rule.leastVotes > 1 ? [say(ctx)("sharesLeast", { n: rule.leastVotes })] : []),
  say(ctx)("lots"),
];

/** How it is counted and what wins, in plain words. */
export const ruleInWords = (
  ctx: Context,
  rule: BallotRule,
  options: readonly Titled[],
): readonly string[] => {
  const words = say(ctx);
  const quorum = "quorum" in rule && rule.quorum > 0 ? [words("quorum", { n: rule.quorum })] : [];
  switch (rule.kind) {
    case "majority":
      return [
        rule.passes === "moreThanHalf" ? words("majority") : words("majorityShare", rule.passes),
        ...quorum,
      ];
    case "approval":
    case "points":
      return [words(rule.kind, { n: rule.seats }), words("lots")];
    case "schulze":
    case "irv": {
      const quo = options.find(({ id }) => id === rule.statusQuo);
      return [words(rule.kind), ...(quo ? [words("statusQuo", { option: quo.title })] : []), words("lots")];
    }
    case "stv":
      return [words("stv", { n: rule.seats }), words("lots")];
    case "consensing":
      return [words("consensing", { n: rule.needed }), words("consensingTies"), words("lots")];
    case "equalShares":
      return sharesInWords(ctx, rule);
    case "greedy":
      return greedyInWords(ctx, rule);
  }
};

/** One line of a filled sheet in words: what, and how it was marked. */
export type MarkLine = readonly [what: string, mark: string];

/** A filled sheet in words; nothing when it is empty. Places in their order, the rest as on the list. */
export const marksInWords = (
  ctx: Context,
  rule: BallotRule,
  options: readonly Titled[],
  marks: Marks,
): readonly MarkLine[] => {
  const words = say(ctx);
  const marked = options.flatMap(({ id, title }) => {
    const mark = marks[id];
    return mark === undefined ? [] : [{ title, mark }];
  });
  if (marked.length === 0) return [];
  if (rule.paper === "ranking")
    return marked
      .toSorted((a, b) => a.mark - b.mark)
      .map(({ title, mark }) => [title, words("place", { n: mark })]);
  if (rule.paper === "points")
    return marked.map(({ title, mark }) => [title, words("pointsOf", { n: mark })]);
  if (rule.paper === "resistance")
    return options.map(({ id, title }) => {
      const mark = marks[id];
      return [title, mark === undefined ? words("unrated") : words("resistance", { n: mark })];
    });
  return marked.map(({ title }) => [title, words("marked")]);
};
