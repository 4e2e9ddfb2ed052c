import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { rebase, wordsAfter } from "#methods/amendment.ts";
import { diffWords } from "#methods/text-diff.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { holdVersionOf, isAuthor, tellAuthor } from "#modules/strategy/amendments/commands.ts";
import {
  type AmendmentId,
  type AmendmentRow,
  changeOf,
  findAmendment,
  listAmendments,
} from "#modules/strategy/amendments/queries.ts";
import { tieAsHouse } from "#modules/strategy/measures/commands.ts";
import { bundledIn } from "#modules/strategy/packages/queries.ts";
import { may } from "#modules/strategy/policy.ts";
import { say } from "./messages.ts";

export type TakeOverRefusal = "decided" | "bundled" | "same" | "over";

const lock = async (ctx: Context, id: AmendmentId): Promise<AmendmentRow> => {
  await ctx.db.selectFrom("amendments").select("id").where("id", "=", id).forUpdate().execute();
  return found(await findAmendment(ctx, id));
};

type Change = Partial<Pick<AmendmentRow, "state" | "stateWords" | "words" | "versionId" | "decidedAt">> & {
  readonly operations?: string;
};

const set = (ctx: Context, id: AmendmentId, change: Change) =>
  ctx.db
    .updateTable("amendments")
    .set({ ...change, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();

const end = async (
  ctx: Context,
  row: AmendmentRow,
  state: "accepted" | "declined" | "hidden" | "review",
  words: string,
): Promise<void> => {
  const decidedAt = state === "accepted" || state === "declined" ? ctx.now : null;
  await set(ctx, row.id, { state, stateWords: words, decidedAt });
  await record(ctx, `amendment.${state}`, row.id, { words });
  await closeTask(ctx, "strategy", row.id, words);
  await tellAuthor(ctx, row, words);
};

// Whoever wrote the amendment may not see what others proposed to it and nobody has read yet; the house does.
const asHouse = (ctx: Context): Context => ({ ...ctx, actor: system });

const waiting = ["submitted", "open", "review"] as const;

/** What amends an amendment comes along to its new words, or is marked to be looked at again. */
export const followWords = async (asker: Context, parent: AmendmentRow): Promise<void> => {
  const ctx = asHouse(asker);
  for (const row of await listAmendments(ctx, { of: parent.id, states: waiting })) {
    const paragraph = String(row.paragraphId);
    const own = changeOf(row);
    const moved = rebase(own, [{ id: paragraph, words: row.base }], [{ id: paragraph, words: parent.words }]);
    // What nobody has read yet keeps its words as they are; only what they change is marked anew.
    if (row.state === "submitted" || typeof moved !== "string") {
      const words = typeof moved === "string" ? row.words : wordsAfter(moved, parent.words);
      const operations = JSON.stringify(diffWords(parent.words, words));
      await set(ctx, row.id, { words, operations, versionId: parent.versionId });
    } else if (moved === "contained") await end(ctx, row, "accepted", say(ctx)("contained", parent));
    else if (row.state === "open") await end(ctx, row, "review", say(ctx)("review", parent));
  }
};

/** Whoever proposed an amendment hears that somebody wants it to read otherwise, as soon as everybody can see that. */
export const tellOffered = async (ctx: Context, row: AmendmentRow): Promise<void> => {
  if (row.amendsId === null || row.state !== "open") return;
  const parent = await findAmendment(ctx, row.amendsId);
  if (parent) await tellAuthor(ctx, parent, say(ctx)("offered", row));
};

/** The amendment is decided: what amends it has nothing left to amend. What nobody read stays unseen. */
export const closeBeneath = async (asker: Context, parent: AmendmentRow): Promise<void> => {
  const ctx = asHouse(asker);
  for (const row of await listAmendments(ctx, { of: parent.id, states: waiting }))
    await end(ctx, row, row.state === "submitted" ? "hidden" : "declined", say(ctx)("closed", parent));
};

/**
 * The words of an amendment of an amendment become those of the amendment: by whoever proposed it, or the office. What
 * seats said to the words before does not hold for the new ones; tied into a package, it stays as it is.
 */
export const takeOver = async (
  ctx: Context,
  id: AmendmentId,
  words: string,
): Promise<Outcome<null, TakeOverRefusal>> => {
  const amendsId = found(found(await findAmendment(ctx, id)).amendsId);
  // A next version that is made at the same moment gets the new words, or they are taken over in it.
  await holdVersionOf(ctx, amendsId);
  const parent = await lock(ctx, amendsId);
  allow(may.run(ctx) || (await isAuthor(ctx, parent)));
  const row = await lock(ctx, id);
  if (row.state !== "open" || parent.state !== "open") return refused("decided");
  if (parent.versionState === "adopted" || parent.versionState === "replaced") return refused("over");
  if ((await bundledIn(ctx, parent.versionId)).has(parent.id)) return refused("bundled");
  if (parent.action === "change" && row.words === parent.base) return refused("same");
  const operations = parent.action === "change" ? diffWords(parent.base, row.words) : [];
  await set(ctx, parent.id, { words: row.words, operations: JSON.stringify(operations) });
  await ctx.db.deleteFrom("stances").where("amendmentId", "=", parent.id).execute();
  await record(ctx, "amendment.refined", parent.id, { by: id });
  await end(ctx, row, "accepted", words || say(ctx)("taken", parent));
  await tieAsHouse(ctx, { kind: "amendment", id }, { kind: "amendment", id: parent.id });
  const after = found(await findAmendment(ctx, parent.id));
  await followWords(ctx, after);
  await tellAuthor(ctx, parent, say(ctx)("refined", row));
  return done(null);
};
