import type { Context } from "#core/context.ts";
import { money } from "#core/number.ts";
import { say } from "./messages.ts";
import type { FundRule } from "./queries.ts";

/** The rule of a fund, sentence by sentence, as everybody reads it before and after the vote. */
export const ruleSentences = (ctx: Context, rule: FundRule): readonly string[] => {
  const words = say(ctx);
  const most = rule.most > 0 ? words("most", { most: rule.most }) : words("any");
  const filling = rule.paper === "points" ? words("points", { points: rule.most }) : most;
  const least = rule.leastVotes > 0 ? [words("least", { least: rule.leastVotes })] : [];
  if (rule.kind === "greedy") return [filling, ...least, words("greedy"), words("ties")];
  const step = money(ctx, rule.step);
  const completion = {
    none: [],
    add1: [words("add1", { step })],
    "add1-exhaustive": [words("add1Exhaustive", { step })],
  }[rule.completion];
  return [
    filling,
    ...least,
    words("share"),
    words("pool"),
    ...(rule.utility === "cost" ? [] : [words(rule.utility)]),
    words("cheapest"),
    ...completion,
    rule.thenByVotes ? words("byVotes") : words("none"),
    ...(rule.comparison ? [words("comparison")] : []),
    words("ties"),
  ];
};

/** The rule of a fund as a list. */
export const FundRuleList = ({ ctx, rule }: { readonly ctx: Context; readonly rule: FundRule }) => (
  <ol class="al-time">
    {ruleSentences(ctx, rule).map((sentence) => (
      <li>{sentence}</li>
    ))}
  </ol>
);
