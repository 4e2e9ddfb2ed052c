import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { Named } from "#core/traceable.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";

export type VersionId = Id<"strategyVersion">;
export type ParagraphId = Id<"paragraph">;

const mostVersions = 100;
export const mostParagraphs = 500;

// A draft is nobody's business but of those who write it.
const versions = (ctx: Context) =>
  ctx.db
    .selectFrom("strategyVersions as v")
    .selectAll("v")
    .$if(!may.run(ctx), (query) => query.where("v.state", "<>", "draft"));

/** The versions the asker may see, the youngest first. */
export const listVersions = (ctx: Context) =>
  versions(ctx).orderBy("v.number", "desc").limit(mostVersions).execute();
export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

export const findVersion = (ctx: Context, id: VersionId): Promise<VersionRow | undefined> =>
  versions(ctx).where("v.id", "=", id).executeTakeFirst();

export const findVersionByNumber = (ctx: Context, number: number): Promise<VersionRow | undefined> =>
  versions(ctx).where("v.number", "=", number).executeTakeFirst();

/** The version that holds: the last one that was adopted. */
export const findVersionInForce = (ctx: Context): Promise<VersionRow | undefined> =>
  versions(ctx).where("v.state", "=", "adopted").orderBy("v.number", "desc").limit(1).executeTakeFirst();

/** The version that everybody can propose changes to, now. */
export const findOpenVersion = (ctx: Context): Promise<VersionRow | undefined> =>
  versions(ctx)
    .where("v.state", "=", "amending")
    .where("v.amendUntil", ">", ctx.now)
    .orderBy("v.number", "desc")
    .limit(1)
    .executeTakeFirst();

/** The version that is negotiated now: open for amendments, or its amendments are being settled. */
export const findNegotiatedVersion = async (ctx: Context): Promise<VersionRow | undefined> => {
  const row = await versions(ctx)
    .where("v.state", "<>", "draft")
    .orderBy("v.number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && (row.state === "amending" || row.state === "settling") ? row : undefined;
};

/** Whether changes can be proposed to it, now. */
export const takesAmendments = (
  { now }: Pick<Context, "now">,
  { state, amendUntil }: Pick<VersionRow, "state" | "amendUntil">,
): boolean => state === "amending" && amendUntil !== null && amendUntil > now;

/** The last day on which changes can be proposed. */
export const lastDayOf = (amendUntil: Date): string => dayOf(new Date(amendUntil.getTime() - 1));

/** The paragraphs of a version in their order; each has a number in it, counted without the headings. */
export const listParagraphs = (ctx: Context, version: VersionId) =>
  ctx.db
    .selectFrom("paragraphTexts as t")
    .leftJoin("actionFields as f", "f.id", "t.fieldId")
    .where("t.versionId", "=", version)
    .select(["t.paragraphId as id", "t.position", "t.kind", "t.words", "t.fieldId", "f.title as field"])
    .select(
      sql<number>`(count(*) filter (where t.kind = 'text') over (order by t.position))::int`.as("number"),
    )
    .orderBy("t.position")
    .limit(mostParagraphs)
    .execute();
export type ParagraphRow = Awaited<ReturnType<typeof listParagraphs>>[number];

/** The words of one paragraph in all versions the asker may see, the youngest first. */
export const listTextsOf = (ctx: Context, paragraph: ParagraphId) =>
  versions(ctx)
    .clearSelect()
    .innerJoin("paragraphTexts as t", "t.versionId", "v.id")
    .where("t.paragraphId", "=", paragraph)
    .select(["v.id", "v.number", "v.title", "v.state", "v.adoptedOn", "t.words", "t.kind"])
    .orderBy("v.number", "desc")
    .limit(mostVersions)
    .execute();
export type TextRow = Awaited<ReturnType<typeof listTextsOf>>[number];

const shortened = (words: string): string => (words.length > 90 ? `${words.slice(0, 89).trimEnd()}…` : words);

const named = ({ id, words }: { readonly id: ParagraphId; readonly words: string }): Named => ({
  kind: "paragraph",
  id,
  title: shortened(words),
  path: paths.paragraph(id),
});

// Of each paragraph its youngest words.
const latest = (ctx: Context) =>
  versions(ctx)
    .clearSelect()
    .innerJoin("paragraphTexts as t", "t.versionId", "v.id")
    .distinctOn("t.paragraphId")
    .select(["t.paragraphId as id", "t.words"])
    .orderBy("t.paragraphId")
    .orderBy("v.number", "desc");

export const nameParagraphs = async (ctx: Context, ids: readonly ParagraphId[]): Promise<readonly Named[]> =>
  (
    await latest(ctx)
      .where("t.paragraphId", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(named);

const like = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`;

export const findParagraphs = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (await latest(ctx).where("t.words", "ilike", like(words)).limit(8).execute()).map(named);

const namedVersion = ({ id, number, title }: VersionRow): Named => ({
  kind: "strategyVersion",
  id,
  title,
  path: paths.version(number),
});

export const nameVersions = async (ctx: Context, ids: readonly VersionId[]): Promise<readonly Named[]> =>
  (
    await versions(ctx)
      .where("v.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(namedVersion);

export const findVersions = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (await versions(ctx).where("v.title", "ilike", like(words)).limit(8).execute()).map(namedVersion);
