import { randomBytes } from "node:crypto";
import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Device } from "#core/device-cookie.ts";
import type { Filled } from "#core/input.ts";
import type { MineEntry } from "#core/module.ts";
import type { Named, Traceable } from "#core/traceable.ts";
import type { BallotOption, BallotRule, Marks } from "#methods/ballot.ts";
import { checkMarks, type MarkProblem } from "#methods/ballot-marks.ts";
import { makeReceipt, readReceipt, receiptBytes } from "#methods/ballot-receipt.ts";
import { findVoterByCode } from "#modules/participation/ballot-letters/queries.ts";
import { takesVotes } from "#modules/participation/ballots/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { type Entitlement, entitlementOf, listRolls, ownVoter } from "#modules/participation/roll/queries.ts";
import type {
  Ballot,
  BallotVoter,
  BallotOption as OptionRow,
  Process,
} from "#modules/participation/schema.ts";
import { say } from "./messages.ts";

/** What this device carries while somebody votes by letter code, for the addresses of the one ballot. */
export const deviceFor = (slug: string): Device => ({
  name: "stimmcode",
  path: paths.ballot(slug),
  days: 1,
});

/** Who stands at the box: somebody with a code, somebody who signed in, or nobody who may vote, and why. */
export type AtBox = {
  readonly by: "code" | "person";
  readonly standing: Entitlement | "unknownCode";
  readonly voter: Pick<BallotVoter, "id" | "name" | "number"> | undefined;
};

/** Whether whoever asks may vote now. A code goes before the person who is signed in on the device. */
export const atBox = async (ctx: Context, ballot: Ballot, code: string | undefined): Promise<AtBox> => {
  if (code) {
    const voter = await findVoterByCode(ctx, ballot.id, code);
    if (!voter) return { by: "code", standing: "unknownCode", voter };
    return { by: "code", standing: voter.struck ? "struck" : voter.votedBy ? "voted" : "entitled", voter };
  }
  return {
    by: "person",
    standing: await entitlementOf(ctx, ballot),
    voter: await ownVoter(ctx, ballot.id),
  };
};

/** The receipt that came with the sheet; a new one when there is none, or none of ours. */
export const receiptFor = (sent: unknown): string =>
  (typeof sent === "string" ? readReceipt(sent) : undefined) ?? makeReceipt(randomBytes(receiptBytes));

/** The field of an option where each has its own. */
export const fieldOf = (key: string): string => `m.${key}`;

/** One choice, or boxes to tick: one field for all. */
export const choiceField = "wahl";

const hasOneField = ({ paper }: BallotRule): boolean => paper === "yesNo" || paper === "approval";

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string" && item !== "");

/** The marks of a sent sheet. What is no number becomes one that no rule takes. */
export const marksIn = (
  rule: BallotRule,
  options: readonly BallotOption[],
  body: Readonly<Record<string, unknown>>,
): Marks => {
  if (hasOneField(rule)) return Object.fromEntries(listOf(body[choiceField]).map((key) => [key, 1]));
  const marks = options.flatMap(({ id }): (readonly [string, number])[] => {
    const text = String(listOf(body[fieldOf(id)])[0] ?? "").trim();
    if (text === "" || (rule.paper === "points" && text === "0")) return [];
    return [[id, /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN]];
  });
  return Object.fromEntries(marks);
};

const sentenceFor = (
  ctx: Context,
  { paper }: BallotRule,
  { kind, option, most = 0 }: MarkProblem,
  options: readonly BallotOption[],
): string => {
  const words = say(ctx);
  const title = options.find(({ id }) => id === option)?.title ?? "";
  if (kind === "tooMuch") return words("wrong_tooMuch", { n: most });
  if (kind === "tooMany") return words("wrong_tooMany", { n: most });
  if (kind === "notWhole") return words("wrong_notWhole", { title });
  if (kind === "range") return words(paper === "points" ? "wrong_points" : "wrong_range", { title, most });
  return words(kind === "several" ? "wrong_several" : "wrong_unknown");
};

/** A sent sheet as a form, with what is wrong beside its field. */
export const sheetForm = (
  ctx: Context,
  rule: BallotRule,
  options: readonly BallotOption[],
  body: Readonly<Record<string, unknown>>,
): Filled => {
  const values: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(body))
    if (name === choiceField || name.startsWith("m."))
      values[name] = typeof value === "string" ? value : listOf(value);
  const errors: Record<string, string> = {};
  const first = hasOneField(rule) ? choiceField : fieldOf(options[0]?.id ?? "");
  for (const problem of checkMarks(rule, options, marksIn(rule, options, body))) {
    const known = !hasOneField(rule) && options.some(({ id }) => id === problem.option);
    errors[known ? fieldOf(problem.option ?? "") : first] ??= sentenceFor(ctx, rule, problem, options);
  }
  return { values, errors };
};

/** The marks as hidden fields, for the look before the vote. */
export const hiddenMarks = (rule: BallotRule, marks: Marks): readonly (readonly [string, string])[] =>
  Object.entries(marks).map(([key, mark]) =>
    hasOneField(rule) ? [choiceField, key] : [fieldOf(key), String(mark)],
  );

/** The ballots on whose roll the signed-in person stands and that wait for them. */
export const mineEntries = async (ctx: Context): Promise<readonly MineEntry[]> => {
  if (ctx.actor.kind !== "person") return [];
  const rows = await listRolls(ctx, ctx.actor.id);
  return rows
    .filter((row) => row.votedBy === null && takesVotes({ ...row, opensAt: ctx.now }, ctx.now))
    .filter(({ state }) => state === "open")
    .map((row) => ({
      title: row.title,
      text: say(ctx)("mineText", { until: dayAndTime(ctx, row.closesAt) }),
      href: paths.ballot(row.slug),
      waiting: true,
      at: row.closesAt,
    }));
};

/** What a person reads of themselves: on which rolls they stand and whether they voted. Never what. */
export const personalRoll = (
  ctx: Context,
  { title, closesAt, votedBy }: Awaited<ReturnType<typeof listRolls>>[number],
) => ({
  title,
  until: dayAndTime(ctx, closesAt),
  voted: say(ctx)(votedBy === null ? "votedNot" : `votedBy_${votedBy}`),
});

const named = (rows: readonly Pick<Ballot, "id" | "title" | "slug">[]): readonly Named[] =>
  rows.map(({ id, title, slug }) => ({ kind: "ballot", id, title, path: paths.ballot(slug) }));

const announced = (ctx: Context) =>
  ctx.db.selectFrom("ballots").select(["id", "title", "slug"]).where("state", "<>", "draft");

/** A ballot led to something, or came of something. */
export const ballotTraceable: Traceable = {
  kind: "ballot",
  noun: (ctx) => common(ctx)("ballot"),
  name: async (ctx, ids) =>
    ids.length === 0
      ? []
      : named(
          await announced(ctx)
            .where("id", "in", ids as Ballot["id"][])
            .limit(200)
            .execute(),
        ),
  find: async (ctx, words) =>
    named(
      await announced(ctx)
        .where("title", "ilike", `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`)
        .orderBy("closesAt", "desc")
        .limit(8)
        .execute(),
    ),
};

/** The process a ballot decides in, if it is public, and the numbers of the proposals its options are. */
export const proposalsOf = async (
  ctx: Context,
  ballot: Pick<Ballot, "processId">,
  options: readonly OptionRow[],
): Promise<{
  readonly process: Pick<Process, "slug" | "title"> | undefined;
  readonly numbers: ReadonlyMap<string, number>;
}> => {
  const { processId } = ballot;
  if (processId === null) return { process: undefined, numbers: new Map() };
  const process = await ctx.db
    .selectFrom("processes")
    .select(["slug", "title"])
    .where("id", "=", processId)
    .where("state", "<>", "draft")
    .executeTakeFirst();
  const ids = options.flatMap(({ proposalId }) => proposalId ?? []);
  if (!process || ids.length === 0) return { process, numbers: new Map() };
  const rows = await ctx.db
    .selectFrom("proposals")
    .select(["id", "number"])
    .where("id", "in", ids)
    .where("state", "<>", "draft")
    .limit(ids.length)
    .execute();
  return { process, numbers: new Map(rows.map(({ id, number }) => [id, number])) };
};
