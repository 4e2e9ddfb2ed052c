import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, line, paragraph } from "#core/input.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/strategy/policy.ts";
import type { StrategyVersion } from "#modules/strategy/schema.ts";
import { listParagraphs, mostParagraphs, type ParagraphId, type VersionId } from "./queries.ts";

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

/** What a version is called, what it is for in one breath, and the same in easy words. */
export const VersionInput = z.object({
  title: line(200),
  vision: optional(6_000),
  easyWords: optional(20_000),
});
export type VersionInput = z.output<typeof VersionInput>;

export const ParagraphInput = z.object({
  kind: z.enum(["heading", "text"]).default("text"),
  words: paragraph(10_000),
  fieldId: z
    .string()
    .refine((text): text is Id<"actionField"> => isId<"actionField">(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null),
  /** The paragraph it stands behind; none: at the end. */
  after: z
    .string()
    .refine((text): text is ParagraphId => isId<"paragraph">(text), { error: "choose" })
    .optional(),
});
export type ParagraphInput = z.output<typeof ParagraphInput>;

export const OpeningInput = z.object({ until: day });

export type VersionRefusal = "fixed" | "empty" | "past" | "full";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

/** The version, held fast until the end of this transaction. */
export const lockVersion = async (ctx: Context, id: VersionId): Promise<StrategyVersion> => {
  allow(may.run(ctx));
  return found(
    await ctx.db
      .selectFrom("strategyVersions")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );
};

// Numbers are given one after the other, whoever writes at the same moment.
const nextNumber = async (ctx: Context): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('strategy_versions'), hashtext(${ctx.place.id}))`.execute(
    ctx.db,
  );
  const { last } = await ctx.db
    .selectFrom("strategyVersions")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
};

export type Copied = Pick<z.output<typeof ParagraphInput>, "kind" | "words" | "fieldId"> & {
  readonly id: ParagraphId;
};

const writeParagraphs = async (ctx: Context, versionId: VersionId, copied: readonly Copied[]) => {
  if (copied.length === 0) return;
  const rows = copied.map(({ id, kind, words, fieldId }, at) => ({
    kind,
    words,
    fieldId,
    versionId,
    paragraphId: id,
    position: at + 1,
  }));
  await ctx.db.insertInto("paragraphTexts").values(rows).execute();
};

type From = { readonly basedOn: VersionId; readonly paragraphs?: readonly Copied[] };

/** Begins a version: empty, or with the paragraphs of an earlier one (or what was made of them). */
export const addVersion = async (ctx: Context, input: VersionInput, from?: From) => {
  allow(may.run(ctx));
  const number = await nextNumber(ctx);
  const { id } = await ctx.db
    .insertInto("strategyVersions")
    .values({ ...input, number, basedOnId: from?.basedOn ?? null, madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (from) await writeParagraphs(ctx, id, from.paragraphs ?? (await listParagraphs(ctx, from.basedOn)));
  await record(ctx, "strategy_version.added", id, { number, title: input.title });
  return { id, number };
};

/** Changes what a draft is called and for; of any other version only the easy words, which are no part of the seal. */
export const changeVersion = async (ctx: Context, id: VersionId, input: VersionInput): Promise<void> => {
  const { state } = await lockVersion(ctx, id);
  const change = state === "draft" ? input : { easyWords: input.easyWords };
  await ctx.db
    .updateTable("strategyVersions")
    .set({ ...change, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "strategy_version.changed", id, { fields: Object.keys(change) });
};

const draftOf = async (ctx: Context, id: VersionId): Promise<boolean> =>
  (await lockVersion(ctx, id)).state === "draft";

/** A new paragraph of a draft, behind another or at the end. It keeps its address through all versions. */
export const addParagraph = async (
  ctx: Context,
  versionId: VersionId,
  { after, ...text }: ParagraphInput,
): Promise<Outcome<ParagraphId, "fixed" | "full">> => {
  if (!(await draftOf(ctx, versionId))) return refused("fixed");
  const all = await listParagraphs(ctx, versionId);
  if (all.length >= mostParagraphs) return refused("full");
  const { id } = await ctx.db
    .insertInto("paragraphs")
    .defaultValues()
    .returning("id")
    .executeTakeFirstOrThrow();
  const last = after === undefined ? all.at(-1) : found(all.find((one) => one.id === after));
  const position = (last?.position ?? 0) + 1;
  await ctx.db
    .updateTable("paragraphTexts")
    .set((where) => ({ position: where("position", "+", 1) }))
    .where("versionId", "=", versionId)
    .where("position", ">=", position)
    .execute();
  await ctx.db
    .insertInto("paragraphTexts")
    .values({ ...text, versionId, paragraphId: id, position })
    .execute();
  await record(ctx, "strategy_version.paragraph_added", versionId, { paragraph: id });
  return done(id);
};

/** Other words for a paragraph of a draft. */
export const changeParagraph = async (
  ctx: Context,
  versionId: VersionId,
  paragraphId: ParagraphId,
  { kind, words, fieldId }: Omit<ParagraphInput, "after">,
): Promise<Outcome<null, "fixed">> => {
  if (!(await draftOf(ctx, versionId))) return refused("fixed");
  const row = await ctx.db
    .updateTable("paragraphTexts")
    .set({ kind, words, fieldId })
    .where("versionId", "=", versionId)
    .where("paragraphId", "=", paragraphId)
    .returning("paragraphId")
    .executeTakeFirst();
  found(row);
  await record(ctx, "strategy_version.paragraph_changed", versionId, { paragraph: paragraphId });
  return done(null);
};

/** Takes a paragraph out of a draft; in earlier versions it stays. */
export const removeParagraph = async (
  ctx: Context,
  versionId: VersionId,
  paragraphId: ParagraphId,
): Promise<Outcome<null, "fixed">> => {
  if (!(await draftOf(ctx, versionId))) return refused("fixed");
  const row = await ctx.db
    .deleteFrom("paragraphTexts")
    .where("versionId", "=", versionId)
    .where("paragraphId", "=", paragraphId)
    .returning("paragraphId")
    .executeTakeFirst();
  found(row);
  await record(ctx, "strategy_version.paragraph_removed", versionId, { paragraph: paragraphId });
  return done(null);
};

const endOf = (until: string): Date => instantAt(plusDays(until, 1));

/** Shows a draft to everybody and takes proposals for changes until the end of a day; its words no longer change. */
export const openForAmendments = async (
  ctx: Context,
  id: VersionId,
  until: string,
): Promise<Outcome<null, VersionRefusal>> => {
  const before = await lockVersion(ctx, id);
  if (before.state !== "draft" && before.state !== "amending") return refused("fixed");
  if (endOf(until) <= ctx.now) return refused("past");
  if ((await listParagraphs(ctx, id)).length === 0) return refused("empty");
  await ctx.db
    .updateTable("strategyVersions")
    .set({ state: "amending", amendUntil: endOf(until), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "strategy_version.opened", id, { until });
  return done(null);
};

/** No more proposals: what came in is settled, and the version can be adopted. */
export const settle = async (ctx: Context, id: VersionId): Promise<Outcome<null, VersionRefusal>> => {
  const before = await lockVersion(ctx, id);
  if (before.state !== "draft" && before.state !== "amending") return refused("fixed");
  if ((await listParagraphs(ctx, id)).length === 0) return refused("empty");
  await ctx.db
    .updateTable("strategyVersions")
    .set({ state: "settling", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "strategy_version.settling", id, {});
  return done(null);
};
