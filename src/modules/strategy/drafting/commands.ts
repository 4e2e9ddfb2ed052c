import * as z from "zod";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { type Block, blocksOf } from "#methods/text-blocks.ts";
import { lockVersion } from "#modules/strategy/texts/commands.ts";
import {
  listParagraphs,
  mostParagraphs,
  type ParagraphId,
  type VersionId,
} from "#modules/strategy/texts/queries.ts";

/** As much as a form carries, also where every other sign is an umlaut. */
export const longestPaste = 30_000;
const longestParagraph = 10_000;

export const PasteInput = z.object({ text: paragraph(longestPaste) });

export type PasteRefusal = "fixed" | "full" | "long";

/** What a pasted text would become. */
export const foreseePaste = (text: string): readonly Block[] => blocksOf(text);

/** Why a pasted text cannot be taken as it is. */
export const hindranceOf = (blocks: readonly Block[], there: number): "full" | "long" | undefined => {
  if (there + blocks.length > mostParagraphs) return "full";
  return blocks.some(({ words }) => words.length > longestParagraph) ? "long" : undefined;
};

/** Adds a long text behind the last paragraph of a draft, taken apart into headings and paragraphs; all or nothing. */
export const pasteText = async (
  ctx: Context,
  versionId: VersionId,
  text: string,
): Promise<Outcome<number, PasteRefusal>> => {
  const { state } = await lockVersion(ctx, versionId);
  if (state !== "draft") return refused("fixed");
  const all = await listParagraphs(ctx, versionId);
  const blocks = blocksOf(text);
  const hindrance = hindranceOf(blocks, all.length);
  if (hindrance) return refused(hindrance);
  const last = all.at(-1)?.position ?? 0;
  const made = await ctx.db
    .insertInto("paragraphs")
    .values(blocks.map(() => ({ madeAt: ctx.now })))
    .returning("id")
    .execute();
  const rows = blocks.map(({ kind, words }, at) => ({
    ...{ kind, words, versionId, fieldId: null },
    paragraphId: found(made[at]).id,
    position: last + at + 1,
  }));
  await ctx.db.insertInto("paragraphTexts").values(rows).execute();
  await record(ctx, "strategy_version.text_pasted", versionId, { paragraphs: blocks.length });
  return done(blocks.length);
};

/** One place up or down in a draft; at either end it stays. */
export const moveParagraph = async (
  ctx: Context,
  versionId: VersionId,
  paragraphId: ParagraphId,
  way: "up" | "down",
): Promise<Outcome<null, "fixed">> => {
  const { state } = await lockVersion(ctx, versionId);
  if (state !== "draft") return refused("fixed");
  const order = await listParagraphs(ctx, versionId);
  const at = order.findIndex(({ id }) => id === paragraphId);
  const mine = found(order[at]);
  const other = order[way === "up" ? at - 1 : at + 1];
  if (!other) return done(null);
  await ctx.db
    .updateTable("paragraphTexts")
    .set((set) => ({
      position: set.case().when("paragraphId", "=", mine.id).then(other.position).else(mine.position).end(),
    }))
    .where("versionId", "=", versionId)
    .where("paragraphId", "in", [mine.id, other.id])
    .execute();
  await record(ctx, "strategy_version.paragraph_moved", versionId, { paragraph: paragraphId, way });
  return done(null);
};
