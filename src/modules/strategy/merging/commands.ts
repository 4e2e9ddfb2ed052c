import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { applyAmendments, type Paragraph, type Rebased, rebaseOver, wordsAfter } from "#methods/amendment.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { tellAuthor } from "#modules/strategy/amendments/commands.ts";
import {
  type AmendmentRow,
  changeOf,
  collisionsOf,
  listAmendments,
} from "#modules/strategy/amendments/queries.ts";
import { tieAsHouse } from "#modules/strategy/measures/commands.ts";
import { may } from "#modules/strategy/policy.ts";
import {
  addVersion,
  type Copied,
  lockVersion,
  settle,
  type VersionInput,
} from "#modules/strategy/texts/commands.ts";
import { say as sayText } from "#modules/strategy/texts/messages.ts";
import {
  listParagraphs,
  type ParagraphId,
  type ParagraphRow,
  type VersionId,
} from "#modules/strategy/texts/queries.ts";

import { say } from "./messages.ts";

export type MergeRefusal = "fixed" | "nothing" | "collide" | "unread";

/** What somebody sees before the versions are brought together: the text as it will be, and what cannot come along. */
export const foresee = (paragraphs: readonly ParagraphRow[], accepted: readonly AmendmentRow[]) => ({
  collide: [...collisionsOf(accepted).keys()],
  text:
    collisionsOf(accepted).size > 0
      ? []
      : applyAmendments(
          paragraphs.map(({ id, words }) => ({ id, words })),
          accepted.map(changeOf),
        ),
});

// A paragraph that an amendment brought has no address yet; the others keep theirs.
const withAddresses = async (
  ctx: Context,
  text: readonly Paragraph[],
  before: readonly ParagraphRow[],
): Promise<{ readonly copied: readonly Copied[]; readonly born: ReadonlyMap<string, ParagraphId> }> => {
  const known = new Map(before.map((row) => [row.id as string, row]));
  const fresh = text.filter(({ id }) => !known.has(id));
  const made =
    fresh.length === 0
      ? []
      : await ctx.db
          .insertInto("paragraphs")
          .values(fresh.map(() => ({ madeAt: ctx.now })))
          .returning("id")
          .execute();
  const born = new Map(fresh.map(({ id }, at) => [id, made[at]?.id as ParagraphId]));
  let field: ParagraphRow["fieldId"] = null;
  const copied = text.map(({ id, words }): Copied => {
    const row = known.get(id);
    field = row ? row.fieldId : field;
    return { id: row?.id ?? (born.get(id) as ParagraphId), kind: row?.kind ?? "text", words, fieldId: field };
  });
  return { copied, born };
};

type Next = { readonly id: VersionId; readonly number: number; readonly title: string };

/** An amendment that is still open goes along to the next version, where its words have their new place. */
const carry = async (
  ctx: Context,
  row: AmendmentRow,
  into: Next,
  rebased: Rebased,
  text: readonly Paragraph[],
) => {
  const version = { number: into.number, title: into.title };
  if (rebased === "contained") {
    const stateWords = say(ctx)("contained", version);
    await ctx.db
      .updateTable("amendments")
      .set({ state: "accepted", stateWords, mergedIntoId: into.id, changedAt: ctx.now, decidedAt: ctx.now })
      .where("id", "=", row.id)
      .execute();
    await record(ctx, "amendment.accepted", row.id, { words: stateWords });
    await tellAuthor(ctx, row, stateWords);
    return;
  }
  const base = text.find(({ id }) => id === row.paragraphId)?.words ?? "";
  const follows = rebased !== "needsReview";
  await ctx.db
    .updateTable("amendments")
    .set({
      ...(follows && rebased.action === "change"
        ? { operations: JSON.stringify(rebased.edits), words: wordsAfter(rebased, base) }
        : {}),
      ...(follows
        ? { versionId: into.id }
        : { state: "review" as const, stateWords: say(ctx)("review", version) }),
      changedAt: ctx.now,
    })
    .where("id", "=", row.id)
    .execute();
  await record(ctx, follows ? "amendment.carried" : "amendment.review", row.id, { into: into.id });
  if (!follows) await tellAuthor(ctx, row, say(ctx)("review", version));
};

const tieSources = async (
  ctx: Context,
  accepted: readonly AmendmentRow[],
  into: VersionId,
  born: ReadonlyMap<string, ParagraphId>,
) => {
  for (const { id, action, paragraphId } of accepted) {
    await tieAsHouse(ctx, { kind: "amendment", id }, { kind: "strategyVersion", id: into });
    const changed = action === "insert" ? born.get(id) : paragraphId;
    if (changed && action !== "delete")
      await tieAsHouse(ctx, { kind: "amendment", id }, { kind: "paragraph", id: changed });
  }
};

/**
 * Makes the next version of a text and its accepted amendments; nobody types anything again. What is still open comes
 * along with its words at their new place, or is marked to be looked at again where the new words leave no sure place.
 */
export const mergeVersion = async (
  ctx: Context,
  id: VersionId,
  input: VersionInput,
): Promise<Outcome<{ readonly id: VersionId; readonly number: number }, MergeRefusal>> => {
  allow(may.run(ctx));
  const version = await lockVersion(ctx, id);
  if (version.state !== "amending" && version.state !== "settling") return refused("fixed");
  const all = await listAmendments(ctx, { version: id });
  if (all.some(({ state }) => state === "submitted")) return refused("unread");
  const accepted = all.filter(({ state, mergedIntoId }) => state === "accepted" && mergedIntoId === null);
  if (accepted.length === 0) return refused("nothing");
  const before = await listParagraphs(ctx, id);
  const { collide, text } = foresee(before, accepted);
  if (collide.length > 0) return refused("collide");
  if (version.state === "amending") await settle(ctx, id);
  const { copied, born } = await withAddresses(ctx, text, before);
  const next = await addVersion(ctx, input, { basedOn: id, paragraphs: copied });
  await ctx.db
    .updateTable("amendments")
    .set({ mergedIntoId: next.id, changedAt: ctx.now })
    .where(
      "id",
      "in",
      accepted.map((row) => row.id),
    )
    .execute();
  // The versions are seen by everybody before amendments lead to them.
  await settle(ctx, next.id);
  await tieSources(ctx, accepted, next.id, born);
  const changes = accepted.map(changeOf);
  for (const row of all.filter(({ state }) => state === "open"))
    await carry(ctx, row, { ...next, title: input.title }, rebaseOver(changeOf(row), changes), text);
  await closeTask(ctx, "strategy", id, sayText(ctx)("weighed"));
  await record(ctx, "strategy_version.merged", next.id, { from: id, amendments: accepted.length });
  return done(next);
};
