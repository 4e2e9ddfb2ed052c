import type { Context } from "#core/context.ts";
import type { GreedyRule, SharesRule } from "#methods/ballot.ts";
import type { GreedyTally, SharesTally } from "#methods/equal-shares.ts";
import { listOptions, ruleOf } from "#modules/participation/ballots/queries.ts";
import type { Ballot, BallotOption, Fund } from "#modules/participation/schema.ts";

/** An option of a fund's ballot with the proposal behind it. */
export type Choice = {
  readonly key: string;
  readonly title: string;
  readonly number: number | null;
  /** Who proposed it, where it is an organization or stands on paper. */
  readonly by: string;
};

/** The published result of a fund. */
export type FundResult = {
  readonly fund: Fund;
  readonly ballot: Ballot;
  readonly rule: SharesRule | GreedyRule;
  readonly tally: SharesTally | GreedyTally;
  readonly rows: readonly BallotOption[];
  readonly choices: ReadonlyMap<string, Choice>;
};

/** What a project is called on the ballot. */
export const titleOf = ({ choices }: Pick<FundResult, "choices">, id: string): string =>
  choices.get(id)?.title ?? id;

/** The ballot of a fund as the town may see it: a draft is not there. */
export const findFundBallot = (ctx: Context, fund: Fund): Promise<Ballot | undefined> =>
  fund.ballotId === null
    ? Promise.resolve(undefined)
    : ctx.db
        .selectFrom("ballots")
        .selectAll()
        .where("id", "=", fund.ballotId)
        .where("state", "<>", "draft")
        .executeTakeFirst();

const listChoices = (ctx: Context, ballot: Ballot) =>
  ctx.db
    .selectFrom("ballotOptions as option")
    .leftJoin("proposals as proposal", "proposal.id", "option.proposalId")
    .leftJoin("organizations as organization", "organization.id", "proposal.organizationId")
    .select([
      "option.key",
      "option.title",
      "proposal.number",
      "proposal.authorWords",
      "organization.name as organizationName",
    ])
    .where("option.ballotId", "=", ballot.id)
    .limit(200)
    .execute();

/** The result, once it is published; what is counted before is nobody's business. */
export const resultOf = async (ctx: Context, fund: Fund, ballot: Ballot): Promise<FundResult | undefined> => {
  if (ballot.state !== "published" || ballot.tally === null) return undefined;
  const tally = ballot.tally as SharesTally | GreedyTally;
  const rule = ruleOf(ballot);
  if (rule.kind !== "equalShares" && rule.kind !== "greedy") return undefined;
  const choices = await listChoices(ctx, ballot);
  return {
    fund,
    ballot,
    rule,
    tally,
    rows: await listOptions(ctx, ballot.id),
    choices: new Map(
      choices.map(({ organizationName, authorWords, ...choice }) => [
        choice.key,
        { ...choice, by: organizationName ?? authorWords ?? "" },
      ]),
    ),
  };
};
