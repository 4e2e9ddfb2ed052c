import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import type { BallotRule } from "#methods/ballot.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { say } from "./messages.ts";
import { announcedHash, type BallotId, drawnOrder, listOptions, mostOptions, ruleOf } from "./queries.ts";

export type BallotInput = {
  readonly title: string;
  readonly question: string;
  readonly words: string;
  readonly rule: BallotRule;
  readonly secrecy: Ballot["secrecy"];
  readonly electorate: Ballot["electorate"];
  readonly electorateWords: string;
  readonly postcodes: readonly string[];
  readonly leastAge: 0 | 16 | 18;
  readonly takesOnline: boolean;
  readonly takesPaper: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly countsUntil?: Date | null;
  readonly processId?: ProcessId | null;
};

export type NewOption = {
  readonly key: string;
  readonly title: string;
  readonly words?: string;
  readonly costCents?: number | null;
  readonly proposalId?: Id<"proposal"> | null;
};

/** "frozen": it is announced. "times": it would close before it opens. */
export type BallotRefusal = "frozen" | "times" | "noWay" | "noPostcodes";

const freeAddress = async (ctx: Context, title: string): Promise<string> => {
  const wanted = slugOf(title, "abstimmung");
  const rows = await ctx.db
    .selectFrom("ballots")
    .select("slug")
    .where("slug", "like", `${wanted}%`)
    .limit(1_000)
    .execute();
  return freeSlug(
    wanted,
    rows.map(({ slug }) => slug),
  );
};

/** A ballot whose row is locked until the end of this moment. */
export const ballotToWrite = async (ctx: Context, id: BallotId): Promise<Ballot> => {
  allow(may.run(ctx));
  return found(
    await ctx.db.selectFrom("ballots").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
};

const wrong = (input: BallotInput): BallotRefusal | undefined => {
  if (input.closesAt <= input.opensAt) return "times";
  if (!input.takesOnline && !input.takesPaper) return "noWay";
  return input.electorate === "residents" && input.postcodes.length === 0 ? "noPostcodes" : undefined;
};

const columnsOf = ({ rule, postcodes, countsUntil, processId, ...input }: BallotInput) => ({
  ...input,
  rule: JSON.stringify(rule),
  postcodes: [...postcodes],
  countsUntil: countsUntil ?? null,
  processId: processId ?? null,
});

/** What stands on every ballot of this kind by itself: yes, no, abstain; or leaving all as it is. */
const ownOptions = (ctx: Context, rule: BallotRule): readonly NewOption[] => {
  const words = say(ctx);
  if (rule.kind === "majority")
    return (["yes", "no", "abstain"] as const).map((key) => ({ key, title: words(key) }));
  if (rule.kind !== "consensing") return [];
  return [{ key: rule.passive, title: words("passive"), words: words("passiveWords") }];
};

const writeOptions = async (ctx: Context, id: BallotId, options: readonly NewOption[]): Promise<void> => {
  await ctx.db.deleteFrom("ballotOptions").where("ballotId", "=", id).execute();
  if (options.length === 0) return;
  const rows = options.map(({ key, title, words = "", costCents = null, proposalId = null }, index) => ({
    ballotId: id,
    key,
    title,
    words,
    costCents,
    proposalId,
    position: index + 1,
  }));
  await ctx.db.insertInto("ballotOptions").values(rows).execute();
};

/** Writes a ballot down as a draft. */
export const addBallot = async (
  ctx: Context,
  input: BallotInput,
): Promise<Outcome<{ readonly id: BallotId; readonly slug: string }, BallotRefusal>> => {
  allow(may.run(ctx));
  const because = wrong(input);
  if (because) return refused(because);
  const slug = await freeAddress(ctx, input.title);
  const { id } = await ctx.db
    .insertInto("ballots")
    .values({ ...columnsOf(input), slug, madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeOptions(ctx, id, ownOptions(ctx, input.rule));
  await record(ctx, "ballot.added", id);
  return done({ id, slug });
};

/** Changes a draft. When the way of voting changes, what stood on the sheet by itself changes with it. */
export const changeBallot = async (
  ctx: Context,
  id: BallotId,
  input: BallotInput,
): Promise<Outcome<null, BallotRefusal>> => {
  const before = await ballotToWrite(ctx, id);
  if (before.state !== "draft") return refused("frozen");
  const because = wrong(input);
  if (because) return refused(because);
  await ctx.db
    .updateTable("ballots")
    .set({ ...columnsOf(input), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  const kept = (await listOptions(ctx, id)).filter(({ key }) => !isOwn(ruleOf(before), key));
  if (input.rule.kind !== ruleOf(before).kind) await setOptions(ctx, id, kept);
  await record(ctx, "ballot.changed", id);
  return done(null);
};

/** Whether an option stands on the ballot by itself. */
export const isOwn = (rule: BallotRule, key: string): boolean =>
  rule.kind === "majority" || (rule.kind === "consensing" && key === rule.passive);

/** Says what one can choose, in this order. Yes and no, and leaving all as it is, stand there by themselves. */
export const setOptions = async (
  ctx: Context,
  id: BallotId,
  options: readonly NewOption[],
): Promise<Outcome<null, "frozen" | "tooMany" | "double">> => {
  const ballot = await ballotToWrite(ctx, id);
  if (ballot.state !== "draft") return refused("frozen");
  const rule = ruleOf(ballot);
  const others = rule.kind === "majority" ? [] : options.filter(({ key }) => !isOwn(rule, key));
  const all = [...others, ...ownOptions(ctx, rule)];
  if (all.length > mostOptions) return refused("tooMany");
  if (new Set(all.map(({ key }) => key)).size < all.length) return refused("double");
  await writeOptions(ctx, id, all);
  await record(ctx, "ballot.changed", id);
  return done(null);
};

/**
 * Draws the list numbers by a public value – the numbers of a lottery on a day that was said before. Anybody can draw
 * again and comes to the same order. What stands on the ballot by itself stays last.
 */
export const drawLots = async (
  ctx: Context,
  id: BallotId,
  value: string,
): Promise<Outcome<null, "frozen">> => {
  const ballot = await ballotToWrite(ctx, id);
  if (ballot.state !== "draft") return refused("frozen");
  const options = await listOptions(ctx, id);
  const rule = ruleOf(ballot);
  const drawn = drawnOrder(
    value,
    options.flatMap(({ key }) => (isOwn(rule, key) ? [] : [key])),
  );
  const rank = (key: string) => (isOwn(rule, key) ? mostOptions : drawn.indexOf(key));
  await writeOptions(
    ctx,
    id,
    options.toSorted((a, b) => rank(a.key) - rank(b.key)),
  );
  await ctx.db
    .updateTable("ballots")
    .set({ lotWords: value, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  return done(null);
};

export type AnnounceRefusal = "frozen" | "fewOptions" | "past" | "noCost" | "rule" | "noLots";

const unready = (
  rule: BallotRule,
  options: Awaited<ReturnType<typeof listOptions>>,
): AnnounceRefusal | undefined => {
  const own = options.filter(({ key }) => !isOwn(rule, key)).length;
  const money = rule.kind === "equalShares" || rule.kind === "greedy";
  if (rule.kind !== "majority" && own < (rule.kind === "consensing" || money ? 1 : 2)) return "fewOptions";
  if (money && options.some(({ costCents }) => costCents === null)) return "noCost";
  if ("seats" in rule && rule.seats >= own) return "rule";
  if ("statusQuo" in rule && rule.statusQuo && !options.some(({ key }) => key === rule.statusQuo))
    return "rule";
  return undefined;
};

/** Makes it public. From now on its question, rule, options and times stand fast; it can only be canceled. */
export const announceBallot = async (ctx: Context, id: BallotId): Promise<Outcome<null, AnnounceRefusal>> => {
  const ballot = await ballotToWrite(ctx, id);
  if (ballot.state !== "draft") return refused("frozen");
  if (ballot.closesAt <= ctx.now) return refused("past");
  const options = await listOptions(ctx, id);
  const because = unready(ruleOf(ballot), options);
  if (because) return refused(because);
  if (ruleOf(ballot).kind !== "majority" && ballot.lotWords === "") return refused("noLots");
  await ctx.db
    .updateTable("ballots")
    .set({ state: "announced", announcedAt: ctx.now, announcedHash: announcedHash(ballot, options) })
    .where("id", "=", id)
    .execute();
  await record(ctx, "ballot.announced", id);
  return done(null);
};
