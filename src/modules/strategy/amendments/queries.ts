import { type RawBuilder, sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Named } from "#core/traceable.ts";
import { type Amendment as Change, collisionsAmong } from "#methods/amendment.ts";
import { type Edit, undoEdits } from "#methods/text-diff.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { ParagraphId, VersionId } from "#modules/strategy/texts/queries.ts";
import { say } from "./messages.ts";

export type AmendmentId = Id<"amendment">;

export const mostAmendments = 500;

// What was not read yet, or was hidden, is there for the office and whoever wrote it.
const visible = (ctx: Context): RawBuilder<boolean> => {
  if (may.run(ctx)) return sql<boolean>`true`;
  const { actor } = ctx;
  const open = sql<boolean>`a.state not in ('submitted', 'hidden')`;
  return actor.kind === "person" ? sql<boolean>`(${open} or a.person_id = ${actor.id})` : open;
};

const amendments = (ctx: Context) =>
  ctx.db
    .selectFrom("amendments as a")
    .innerJoin("strategyVersions as v", "v.id", "a.versionId")
    .leftJoin("paragraphTexts as t", (join) =>
      join.onRef("t.versionId", "=", "a.versionId").onRef("t.paragraphId", "=", "a.paragraphId"),
    )
    .leftJoin("seats as s", "s.id", "a.seatId")
    .leftJoin("organizations as g", "g.id", "a.organizationId")
    .leftJoin("strategyVersions as n", "n.id", "a.mergedIntoId")
    .leftJoin("amendments as o", "o.id", "a.amendsId")
    .where(visible(ctx))
    .selectAll("a")
    .select([
      "v.number as versionNumber",
      "v.title as version",
      "v.state as versionState",
      "v.amendUntil",
      "t.words as base",
      "t.position",
      "s.title as seat",
      "g.name as organization",
      "n.number as mergedNumber",
      "o.number as amendsNumber",
    ]);

type Raw = Awaited<ReturnType<ReturnType<typeof amendments>["execute"]>>[number];
export type AmendmentRow = Omit<Raw, "operations" | "base"> & {
  readonly operations: readonly Edit[];
  /** The words it was made for; empty for a new paragraph at the very beginning. */
  readonly base: string;
};

const read = ({ operations, base, ...row }: Raw): AmendmentRow => {
  const edits = operations as readonly Edit[];
  // An amendment of an amendment was made for words that may read otherwise by now; its own edits lead back to them.
  return { ...row, operations: edits, base: row.amendsId ? undoEdits(row.words, edits) : (base ?? "") };
};

type Filter = {
  readonly version?: VersionId | undefined;
  readonly paragraph?: ParagraphId | undefined;
  readonly states?: readonly AmendmentRow["state"][] | undefined;
  /** Amendments of this amendment; or all, whatever they amend. Otherwise only those that amend the text itself. */
  readonly of?: AmendmentId | "anything" | undefined;
};

/** The amendments the asker may see, in the order of the text. */
export const listAmendments = async (
  ctx: Context,
  { version, paragraph, states, of }: Filter = {},
): Promise<readonly AmendmentRow[]> => {
  let query = amendments(ctx);
  if (of === undefined) query = query.where("a.amendsId", "is", null);
  else if (of !== "anything") query = query.where("a.amendsId", "=", of);
  if (version) query = query.where("a.versionId", "=", version);
  if (paragraph) query = query.where("a.paragraphId", "=", paragraph);
  if (states) query = query.where("a.state", "in", [...states]);
  const rows = await query
    .orderBy("v.number", "desc")
    .orderBy(sql`t.position nulls first`)
    .orderBy("a.number")
    .limit(mostAmendments)
    .execute();
  return rows.map(read);
};

export const findAmendment = async (ctx: Context, id: AmendmentId): Promise<AmendmentRow | undefined> => {
  const row = await amendments(ctx).where("a.id", "=", id).executeTakeFirst();
  return row && read(row);
};

export const findAmendmentByNumber = async (
  ctx: Context,
  number: number,
): Promise<AmendmentRow | undefined> => {
  const row = await amendments(ctx).where("a.number", "=", number).executeTakeFirst();
  return row && read(row);
};

/** How many amendments wait to be read by the office. */
export const countUnread = async (ctx: Context): Promise<number> => {
  const { n } = await ctx.db
    .selectFrom("amendments")
    .where("state", "=", "submitted")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** An amendment as the method knows it. */
export const changeOf = ({
  id,
  paragraphId: paragraph,
  action,
  operations,
  words,
}: Pick<AmendmentRow, "id" | "paragraphId" | "action" | "operations" | "words">): Change => {
  if (action === "change") return { id, paragraph, action, edits: operations };
  return action === "insert" ? { id, paragraph, action, words } : { id, paragraph, action };
};

/** These can still be accepted, or were. */
export const livingStates = [
  "open",
  "accepted",
  "review",
] as const satisfies readonly AmendmentRow["state"][];

/** With which living amendments of the same version each of them cannot be accepted together. */
export const collisionsOf = (
  rows: readonly AmendmentRow[],
): ReadonlyMap<AmendmentId, readonly AmendmentRow[]> => {
  const living = rows.filter(({ state }) => livingStates.some((one) => one === state));
  const byId = new Map(living.map((row) => [row.id as string, row]));
  const pairs = [...Map.groupBy(living, ({ versionId }) => versionId).values()].flatMap((list) =>
    collisionsAmong(list.map(changeOf)),
  );
  const both = pairs.flatMap(([a, b]) => [[a.id, b.id] as const, [b.id, a.id] as const]);
  return new Map(
    [...Map.groupBy(both, ([id]) => id)].map(([id, others]) => [
      id as AmendmentId,
      others.flatMap(([, other]) => byId.get(other) ?? []),
    ]),
  );
};

/** With which others of its version an amendment cannot be accepted together. */
export const collidingWith = async (
  ctx: Context,
  { id, versionId, amendsId }: Pick<AmendmentRow, "id" | "versionId" | "amendsId">,
): Promise<readonly AmendmentRow[]> =>
  amendsId === null ? (collisionsOf(await listAmendments(ctx, { version: versionId })).get(id) ?? []) : [];

/** Who is named as author in public; a citizen only who wants to be. */
export const authorOf = (
  ctx: Context,
  row: Pick<AmendmentRow, "authorKind" | "seat" | "organization" | "name">,
): string => {
  if (row.authorKind === "seat") return row.seat ?? "";
  if (row.authorKind === "organization") return row.organization ?? "";
  if (row.authorKind === "office") return ctx.place.officeName || say(ctx)("office");
  return row.name || say(ctx)("citizen");
};

const titled = (ctx: Context, { id, number, reason, action }: AmendmentRow): Named => ({
  kind: "amendment",
  id,
  title: say(ctx)(`title_${action}`, {
    number,
    reason: reason.length > 80 ? `${reason.slice(0, 79)}…` : reason,
  }),
  path: paths.amendment(number),
});

export const nameAmendments = async (ctx: Context, ids: readonly AmendmentId[]): Promise<readonly Named[]> =>
  (
    await amendments(ctx)
      .where("a.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map((row) => titled(ctx, read(row)));

export const findAmendments = async (ctx: Context, words: string): Promise<readonly Named[]> => {
  const like = `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`;
  const rows = await amendments(ctx)
    .where(({ eb, or }) => or([eb("a.reason", "ilike", like), eb("a.words", "ilike", like)]))
    .orderBy("a.number", "desc")
    .limit(8)
    .execute();
  return rows.map((row) => titled(ctx, read(row)));
};

/** What somebody proposed: for "everything about me". */
export const tellOwn = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("amendments")
    .select(["number", "action", "words", "reason", "name", "state", "madeAt"])
    .where("personId", "=", person)
    .orderBy("number")
    .limit(mostAmendments)
    .execute();
