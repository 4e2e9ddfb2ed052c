import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { excerpt } from "#core/markdown.ts";
import type { MenuItem, SearchHit } from "#core/module.ts";
import { guidePrefix, paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";

// One row per page: in the reader's language, else in German, else in any.
const best = (ctx: Context) => {
  const rows = ctx.db
    .selectFrom("pages")
    .distinctOn("slug")
    .orderBy("slug")
    .orderBy(sql`language = ${ctx.language}`, "desc")
    .orderBy(sql`language = 'de'`, "desc");
  return may.write(ctx) ? rows : rows.where("publishedAt", "is not", null);
};

const published = (ctx: Context) => best(ctx).where("publishedAt", "is not", null);

/** A page in the reader's language, or the one they can best make do with. Drafts only for those who write. */
export const findPage = (ctx: Context, slug: string) =>
  best(ctx)
    .select(["id", "slug", "language", "title", "body", "inFooter", "changedAt", "publishedAt"])
    .where("slug", "=", slug)
    .executeTakeFirst();

export type WrittenPage = NonNullable<Awaited<ReturnType<typeof findPage>>>;

/** The languages in which visitors can read this page. */
export const listPageLanguages = async (ctx: Context, slug: string): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom("pages")
    .select("language")
    .where("slug", "=", slug)
    .where("publishedAt", "is not", null)
    .orderBy("language")
    .limit(10)
    .execute();
  return rows.map(({ language }) => language);
};

/** The pages at the foot of every page. */
export const footerPages = async (ctx: Context): Promise<MenuItem[]> => {
  const rows = await published(ctx)
    .select(["slug", "title"])
    .where(
      "slug",
      "in",
      ctx.db
        .selectFrom("pages as p")
        .select("p.slug")
        .where("p.inFooter", "=", true)
        .where("p.publishedAt", "is not", null),
    )
    .limit(12)
    .execute();
  return rows.map(({ slug, title }, index) => ({ href: paths.page(slug), label: title, rank: 10 + index }));
};

/** The pages that exist in Easy German. */
export const listEasyPages = async (ctx: Context) => {
  const rows = await ctx.db
    .selectFrom("pages")
    .select(["slug", "title"])
    .where("language", "=", "de-x-easy")
    .where("publishedAt", "is not", null)
    .orderBy("title")
    .limit(50)
    .execute();
  return rows.map(({ slug, title }) => ({ title, href: `${paths.page(slug)}?sprache=de-x-easy` }));
};

const matches = (words: string) => sql<boolean>`(
  to_tsvector('german_plain', title || ' ' || body) @@ websearch_to_tsquery('german_plain', ${words})
  or plain_text(title) like '%' || plain_text(${words.replace(/[\\%_]/gu, "\\$&")}) || '%')`;

/** The guides of the town, those with these words when there are any. */
export const listGuides = async (ctx: Context, words = "") => {
  const guides = published(ctx)
    .select(["slug", "title", "body", "language"])
    .where("slug", "like", `${guidePrefix}%`)
    .limit(200);
  const rows = await (words === "" ? guides : guides.where(matches(words))).execute();
  return rows
    .map(({ body, ...row }) => ({ ...row, text: excerpt(body) }))
    .sort((a, b) => a.title.localeCompare(b.title, "de"));
};

export type GuideCard = Awaited<ReturnType<typeof listGuides>>[number];

/** Pages and guides for the search of the whole town. */
export const searchPages = async (ctx: Context, words: string): Promise<SearchHit[]> => {
  const rows = await published(ctx)
    .select(["slug", "title", "body"])
    .where(matches(words))
    .limit(20)
    .execute();
  return rows.map(({ slug, title, body }) => ({
    kind: slug.startsWith(guidePrefix) ? "guide" : "page",
    title,
    href: paths.page(slug),
    text: excerpt(body),
    rank: 3,
  }));
};

/** Every page in every language, for those who write. */
export const listWrittenPages = (ctx: Context) =>
  ctx.db
    .selectFrom("pages")
    .select(["id", "slug", "language", "title", "inFooter", "changedAt", "publishedAt"])
    .orderBy("slug")
    .orderBy(sql`language = 'de'`, "desc")
    .orderBy("language")
    .limit(500)
    .execute();

export type WrittenRow = Awaited<ReturnType<typeof listWrittenPages>>[number];

/** One page in one language, for those who write. */
export const findWrittenPage = (ctx: Context, id: Id<"page">) =>
  ctx.db.selectFrom("pages").selectAll().where("id", "=", id).executeTakeFirst();

/** The languages a page is written in, drafts included. */
export const listWrittenLanguages = async (ctx: Context, slug: string) =>
  ctx.db
    .selectFrom("pages")
    .select(["id", "language", "title"])
    .where("slug", "=", slug)
    .orderBy("language")
    .limit(10)
    .execute();
