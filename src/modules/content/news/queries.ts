import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { SearchHit } from "#core/module.ts";
import { paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";

const published = (ctx: Context) => ctx.db.selectFrom("news").where("publishedAt", "is not", null);

const card = ["id", "slug", "title", "lead", "publishedAt"] as const;

/** The newest news, for the front page. */
export const latestNews = (ctx: Context, limit: number) =>
  published(ctx)
    .select(card)
    .orderBy("publishedAt", "desc")
    .orderBy("id", "desc")
    .limit(Math.min(limit, 50))
    .execute();

export type NewsCard = Awaited<ReturnType<typeof latestNews>>[number];

/** One page of the list of news, and how many there are. */
export const listNews = async (ctx: Context, page: number, size: number) => {
  const { total } = await published(ctx)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const items = await published(ctx)
    .select(card)
    .orderBy("publishedAt", "desc")
    .orderBy("id", "desc")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { items, total };
};

/** The newest news with their whole text, for the feed. */
export const listNewsTexts = (ctx: Context) =>
  published(ctx)
    .select([...card, "body", "changedAt"])
    .orderBy("publishedAt", "desc")
    .orderBy("id", "desc")
    .limit(30)
    .execute();

export type NewsText = Awaited<ReturnType<typeof listNewsTexts>>[number];

const withPicture = (ctx: Context) =>
  ctx.db
    .selectFrom("news")
    .leftJoin("files", (join) =>
      join.onRef("files.placeId", "=", "news.placeId").onRef("files.id", "=", "news.pictureId"),
    )
    .selectAll("news")
    .select([
      "files.width as pictureWidth",
      "files.height as pictureHeight",
      "files.alternativeText as pictureText",
    ]);

/** One item with its picture. Drafts only for those who write. */
export const findNews = (ctx: Context, slug: string) =>
  withPicture(ctx)
    .where("news.slug", "=", slug)
    .$if(!may.write(ctx), (query) => query.where("news.publishedAt", "is not", null))
    .executeTakeFirst();

export type NewsItem = NonNullable<Awaited<ReturnType<typeof findNews>>>;

/** One item by its id, for those who write. */
export const findWrittenNews = (ctx: Context, id: Id<"news">) =>
  withPicture(ctx).where("news.id", "=", id).executeTakeFirst();

/** Every item, drafts first, for those who write. */
export const listWrittenNews = (ctx: Context) =>
  ctx.db
    .selectFrom("news")
    .select([...card, "changedAt"])
    .orderBy(sql`published_at is not null`)
    .orderBy(sql`coalesce(published_at, changed_at)`, "desc")
    .limit(300)
    .execute();

/** News for the search of the whole town. */
export const searchNews = async (ctx: Context, words: string): Promise<SearchHit[]> => {
  const rows = await published(ctx)
    .select(["slug", "title", "lead"])
    .where(
      sql<boolean>`to_tsvector('german_plain', title || ' ' || lead || ' ' || body) @@ websearch_to_tsquery('german_plain', ${words})`,
    )
    .orderBy("publishedAt", "desc")
    .limit(10)
    .execute();
  return rows.map(({ slug, title, lead }) => ({
    kind: "news",
    title,
    href: paths.newsItem(slug),
    text: lead,
    rank: 4,
  }));
};
