import { createHash } from "node:crypto";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { BallotOption, BallotRule } from "#methods/ballot.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Ballot, BallotOption as OptionRow } from "#modules/participation/schema.ts";

export type BallotId = Id<"ballot">;

/** More than that nobody reads on a sheet. */
export const mostOptions = 200;

/** A ballot in the hand of the office; for everybody else it is not there. */
export const findBallot = async (ctx: Context, id: BallotId): Promise<Ballot | undefined> =>
  may.run(ctx) ? ctx.db.selectFrom("ballots").selectAll().where("id", "=", id).executeTakeFirst() : undefined;

/** A ballot that was announced; a draft is not there. */
export const findPublicBallot = (ctx: Context, slug: string): Promise<Ballot | undefined> =>
  ctx.db
    .selectFrom("ballots")
    .selectAll()
    .where("slug", "=", slug)
    .where("state", "<>", "draft")
    .executeTakeFirst();

/** The ballots of a process, or of the whole town, the latest first; drafts are not there. */
export const listBallots = (ctx: Context, process?: ProcessId): Promise<readonly Ballot[]> =>
  ctx.db
    .selectFrom("ballots")
    .selectAll()
    .where("state", "<>", "draft")
    .$if(process !== undefined, (query) => query.where("processId", "=", process as ProcessId))
    .orderBy("closesAt", "desc")
    .orderBy("id")
    .limit(100)
    .execute();

/** What one can choose, in the order of the list numbers. */
export const listOptions = (ctx: Context, id: BallotId): Promise<readonly OptionRow[]> =>
  ctx.db
    .selectFrom("ballotOptions")
    .selectAll()
    .where("ballotId", "=", id)
    .orderBy("position")
    .limit(mostOptions)
    .execute();

/** How it is filled in and counted. */
export const ruleOf = (ballot: Pick<Ballot, "rule">): BallotRule => ballot.rule as BallotRule;

/** The options as the count sees them. */
export const optionsOf = (rows: readonly OptionRow[]): readonly BallotOption[] =>
  rows.map(({ key, title, costCents }) => ({
    id: key,
    title,
    ...(costCents === null ? {} : { cost: costCents }),
  }));

/** Whether one can vote at this moment: the clock decides, not the job that follows it. */
export const takesVotes = (
  { state, opensAt, closesAt }: Pick<Ballot, "state" | "opensAt" | "closesAt">,
  now: Date,
): boolean => (state === "announced" || state === "open") && opensAt <= now && now < closesAt;

/** Whether the time to vote is over, so that it can be counted. */
export const isOver = ({ state, closesAt }: Pick<Ballot, "state" | "closesAt">, now: Date): boolean =>
  state === "closed" || ((state === "announced" || state === "open") && closesAt <= now);

/**
 * What was announced, as one hash (SHA-256): title, question, rule and options in the order of their list numbers.
 * Whoever noted it down sees whether anything was changed afterwards.
 */
export const announcedHash = (
  { title, question, rule }: Pick<Ballot, "title" | "question" | "rule">,
  options: readonly OptionRow[],
): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        title,
        question,
        rule,
        options.map(({ key, title: name, costCents }) => [key, name, costCents]),
      ]),
    )
    .digest("hex");

/** The order drawn by a value that nobody knew before: by the hash (SHA-256) of the value and the key of each option. */
export const drawnOrder = (value: string, keys: readonly string[]): readonly string[] => {
  const hash = (key: string) => createHash("sha256").update(`${value}\n${key}`).digest("hex");
  return keys
    .map((key) => ({ key, hash: hash(key) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ key }) => key);
};
