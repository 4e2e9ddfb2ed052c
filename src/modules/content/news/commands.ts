import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line, paragraph, tick } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { may } from "#modules/content/policy.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import { findWrittenNews } from "./queries.ts";

/** What the form of a news item sends. */
export const NewsForm = z.object({
  title: line(150),
  lead: line(300),
  body: paragraph(30_000),
  pictureId: z.uuid().optional(),
  dropPicture: tick,
});

type Refusal = "legalNoticeMissing";

const slugFor = async (ctx: Context, title: string): Promise<string> => {
  const slug = slugOf(title, "meldung");
  const rows = await ctx.db
    .selectFrom("news")
    .select("slug")
    .where("slug", "like", `${slug}%`)
    .limit(500)
    .execute();
  return freeSlug(
    slug,
    rows.map((row) => row.slug),
  );
};

// A form could name any file; only a picture of this town is taken.
const pictureOf = async (ctx: Context, form: z.infer<typeof NewsForm>): Promise<Id<"file"> | null> => {
  if (form.dropPicture || form.pictureId === undefined) return null;
  const id = form.pictureId as Id<"file">;
  const file = await ctx.db
    .selectFrom("files")
    .select("id")
    .where("id", "=", id)
    .where("mediaType", "like", "image/%")
    .executeTakeFirst();
  return file?.id ?? null;
};

/** Writes a news item, as a draft or for everyone. */
export const writeNews = async (
  ctx: Context,
  form: z.infer<typeof NewsForm>,
  publish: boolean,
): Promise<Outcome<{ id: Id<"news">; slug: string }, Refusal>> => {
  allow(may.write(ctx));
  if (publish && (await missingLegalNotice(ctx)).length > 0) return refused("legalNoticeMissing");
  const { title, lead, body } = form;
  const row = await ctx.db
    .insertInto("news")
    .values({
      slug: await slugFor(ctx, title),
      title,
      lead,
      body,
      pictureId: await pictureOf(ctx, form),
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      publishedAt: publish ? ctx.now : null,
    })
    .returning(["id", "slug"])
    .executeTakeFirstOrThrow();
  await record(ctx, "news.written", row.id);
  if (publish) await record(ctx, "news.published", row.id);
  return done(row);
};

/** Changes a news item; its day stays the day it was published. */
export const changeNews = async (
  ctx: Context,
  id: Id<"news">,
  form: z.infer<typeof NewsForm>,
  publish: boolean,
): Promise<Outcome<null, Refusal>> => {
  allow(may.write(ctx));
  const before = found(await findWrittenNews(ctx, id));
  const newly = publish && !before.publishedAt;
  if (newly && (await missingLegalNotice(ctx)).length > 0) return refused("legalNoticeMissing");
  const { title, lead, body } = form;
  await ctx.db
    .updateTable("news")
    .set({ title, lead, body, pictureId: await pictureOf(ctx, form), changedAt: ctx.now })
    .$if(newly, (query) => query.set({ publishedAt: ctx.now }))
    .where("id", "=", id)
    .execute();
  await record(ctx, "news.changed", id);
  if (newly) await record(ctx, "news.published", id);
  return done(null);
};

/** Lets everyone read it. A second time changes nothing. */
export const publishNews = async (ctx: Context, id: Id<"news">): Promise<Outcome<null, Refusal>> => {
  allow(may.write(ctx));
  const item = found(await findWrittenNews(ctx, id));
  if (item.publishedAt) return done(null);
  if ((await missingLegalNotice(ctx)).length > 0) return refused("legalNoticeMissing");
  await ctx.db.updateTable("news").set({ publishedAt: ctx.now }).where("id", "=", id).execute();
  await record(ctx, "news.published", id);
  return done(null);
};

/** Takes it back into the drafts. A second time changes nothing. */
export const withdrawNews = async (ctx: Context, id: Id<"news">): Promise<void> => {
  allow(may.write(ctx));
  const item = found(await findWrittenNews(ctx, id));
  if (!item.publishedAt) return;
  await ctx.db.updateTable("news").set({ publishedAt: null }).where("id", "=", id).execute();
  await record(ctx, "news.withdrawn", id);
};
