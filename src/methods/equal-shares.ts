import {
  type BallotOption,
  type GreedyRule,
  type Marks,
  rulesVersion,
  type SharesRule,
  type Tie,
} from "./ballot.ts";
import { type Completed, complete, type FillUp, fillUp, type Plan } from "./equal-shares-completion.ts";
import {
  type Backing,
  type Electorate,
  electorateOf,
  readingOf,
  utilitiesOf,
} from "./equal-shares-electorate.ts";
import { openLedger } from "./equal-shares-ledger.ts";
import {
  type FundedProject,
  fundedByShares,
  type UnfundedProject,
  unfundedOf,
} from "./equal-shares-reasons.ts";
import { asNumber } from "./fraction.ts";
import { fundGreedily } from "./greedy-budget.ts";

/** What a list by votes would have funded, and for how many sheets more or fewer of their projects. */
export type Comparison = {
  readonly winners: readonly string[];
  readonly cost: number;
  /** So many sheets would have more of their projects funded by the list, fewer, and as many. */
  readonly better: number;
  readonly worse: number;
  readonly same: number;
};

/** The result of a fund. Amounts in cents; those that are not whole are rounded where they are shown. */
export type SharesTally = {
  readonly kind: "equalShares";
  readonly version: string;
  /** Sheets that count, the empty ones included. */
  readonly people: number;
  readonly blank: number;
  readonly budget: number;
  readonly spent: number;
  readonly left: number;
  /** What everybody had at first, and in the end. */
  readonly firstShare: number;
  readonly share: number;
  readonly steps: number;
  /** All projects with enough votes fit together. */
  readonly allFit: boolean;
  /** "greedy": strictly more sheets were better off with the list by votes, and the rule says that it stands then. */
  readonly taken: "shares" | "greedy";
  readonly winners: readonly string[];
  readonly funded: readonly FundedProject[];
  readonly unfunded: readonly UnfundedProject[];
  readonly ties: readonly Tie[];
  readonly greedy: Comparison;
};

const planOf = (rule: SharesRule): Plan => ({
  budget: rule.budget,
  leastVotes: rule.leastVotes,
  completion: rule.completion,
  step: rule.step,
  tieBreak: "approvers",
  wholeShares: 1,
});

const sumOf = (backings: readonly { readonly cost: number }[]): number =>
  backings.reduce((sum, { cost }) => sum + cost, 0);

/** How many of its projects each group gets. */
const gains = (electorate: Electorate, funded: readonly Backing[]): Float64Array => {
  const found = new Float64Array(electorate.weights.length);
  for (const { named } of funded) for (const group of named) found[group] = (found[group] ?? 0) + 1;
  return found;
};

/** Whether sheets get more or fewer of their projects from the list by votes than from the shares. */
export const compare = (
  electorate: Electorate,
  shares: readonly Backing[],
  greedy: readonly Backing[],
): Comparison => {
  const [mine, theirs] = [gains(electorate, shares), gains(electorate, greedy)];
  let [better, worse, same] = [0, 0, 0];
  for (const [group, weight] of electorate.weights.entries()) {
    const difference = (theirs[group] ?? 0) - (mine[group] ?? 0);
    if (difference > 0) better += weight;
    else if (difference < 0) worse += weight;
    else same += weight;
  }
  return { winners: greedy.map(({ id }) => id), cost: sumOf(greedy), better, worse, same };
};

const nothing = (completed: Completed): FillUp & { readonly completed: Completed } => ({
  added: [],
  leftAt: new Map(),
  completed,
});

/** The list by votes stands instead of the equal shares. */
const byList = (greedy: readonly Backing[]): readonly FundedProject[] =>
  greedy.map(({ id, cost, approvers }) => ({ id, cost, supporters: approvers, how: "greedy", payments: [] }));

/**
 * Counts a fund by the Method of Equal Shares. The order of the options is that of their list numbers. Where all
 * projects with enough votes fit together and money that is left shall be used, all of them are funded.
 * Throws a RangeError for costs or a step that cannot be counted, and TooManySteps.
 */
export const countShares = (
  options: readonly BallotOption[],
  sheets: readonly Marks[],
  rule: SharesRule,
): SharesTally => {
  const electorate = electorateOf(options, sheets, readingOf(rule));
  const plan = planOf(rule);
  const completed = complete(electorate, plan);
  const { outcome } = completed;
  const fundsAll = completed.allFit && rule.completion !== "none";
  const filled = rule.thenByVotes || fundsAll ? fillUp(electorate, plan, outcome) : nothing(completed);
  const byShares = outcome.funded.flatMap((index) => electorate.backings[index] ?? []);
  const chosen = [...byShares, ...filled.added];
  const listed = fundGreedily(electorate, rule);
  const greedy = compare(electorate, chosen, listed);
  const isGreedy = rule.comparison && greedy.better > greedy.worse;
  const winners = isGreedy ? listed : chosen;
  const ledger = openLedger(electorate, outcome.share);
  ledger.enter(outcome.funded);
  const funded = isGreedy
    ? byList(listed)
    : [
        ...ledger.payments.flatMap((payment, round) => fundedByShares(electorate, payment, round + 1)),
        ...filled.added.map(
          ({ id, cost, approvers }): FundedProject => ({
            id,
            cost,
            supporters: approvers,
            how: completed.allFit ? "allFit" : "votes",
            payments: [],
          }),
        ),
      ];
  const spent = sumOf(winners);
  return {
    kind: "equalShares",
    version: rulesVersion,
    people: electorate.people,
    blank: electorate.blank,
    budget: rule.budget,
    spent,
    left: rule.budget - spent,
    firstShare: asNumber(outcome.share) - completed.steps * rule.step,
    share: asNumber(outcome.share),
    steps: completed.steps,
    allFit: completed.allFit,
    taken: isGreedy ? "greedy" : "shares",
    winners: winners.map(({ id }) => id),
    funded,
    unfunded: unfundedOf(electorate, rule, { completed, winners, ledger, leftAt: filled.leftAt, isGreedy }),
    ties: outcome.ties,
    greedy,
  };
};

/** What became of the money of one sheet, in whole cents. */
export type Purse = {
  readonly share: number;
  readonly paid: readonly { readonly id: string; readonly amount: number }[];
  readonly left: number;
};

/** How the share of one sheet was spent. Nothing was, where the list by votes stands instead. */
export const purseOf = (
  options: readonly BallotOption[],
  rule: SharesRule,
  tally: SharesTally,
  marks: Marks,
): Purse => {
  const utilities = utilitiesOf(options, readingOf(rule), marks);
  let balance = tally.share;
  const paid = tally.funded.flatMap(({ id, price }) => {
    const full = price === undefined ? 0 : price * (rule.utility === "given" ? (utilities.get(id) ?? 0) : 1);
    if (!utilities.has(id) || full <= 0) return [];
    const amount = Math.min(balance, full);
    balance -= amount;
    const cents = Math.round(amount);
    return cents > 0 ? [{ id, amount: cents }] : [];
  });
  const share = Math.round(tally.share);
  return { share, paid, left: Math.max(0, share - paid.reduce((sum, { amount }) => sum + amount, 0)) };
};

/** The result of a fund that is given out down the list. */
export type GreedyTally = {
  readonly kind: "greedy";
  readonly version: string;
  readonly people: number;
  readonly blank: number;
  readonly budget: number;
  readonly spent: number;
  readonly left: number;
  readonly winners: readonly string[];
  readonly funded: readonly FundedProject[];
  readonly unfunded: readonly UnfundedProject[];
  readonly ties: readonly Tie[];
};

/** Counts a fund down the list by votes, skipping what does not fit. */
export const countGreedy = (
  options: readonly BallotOption[],
  sheets: readonly Marks[],
  rule: GreedyRule,
): GreedyTally => {
  const electorate = electorateOf(options, sheets, readingOf({ ...rule, utility: "cardinality" }));
  const winners = fundGreedily(electorate, rule);
  const spent = sumOf(winners);
  return {
    kind: "greedy",
    version: rulesVersion,
    people: electorate.people,
    blank: electorate.blank,
    budget: rule.budget,
    spent,
    left: rule.budget - spent,
    winners: winners.map(({ id }) => id),
    funded: byList(winners),
    unfunded: unfundedOf(electorate, rule, { winners, leftAt: new Map(), isGreedy: true }),
    ties: [],
  };
};
