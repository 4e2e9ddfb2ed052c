import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line, paragraph, tick } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { guidePrefix } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";
import { writtenLanguages } from "#modules/content/vocabulary.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import { findWrittenPage } from "./queries.ts";

/** What the form of a new page sends. */
export const NewPage = z.object({
  title: line(150),
  body: paragraph(60_000),
  language: z.enum(writtenLanguages),
  slug: line(60)
    .pipe(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, { error: "slugShape" }))
    .optional(),
  guide: tick,
  inFooter: tick,
});

/** What the form of a page that exists sends: its address and language stay. */
export const PageText = NewPage.pick({ title: true, body: true, inFooter: true });

const authorOf = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

const slugsLike = async (ctx: Context, slug: string): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom("pages")
    .select("slug")
    .where("slug", "like", `${slug}%`)
    .limit(500)
    .execute();
  return rows.map((row) => row.slug);
};

const addressOf = async (ctx: Context, page: z.infer<typeof NewPage>): Promise<string> => {
  const prefix = page.guide ? guidePrefix : "";
  if (page.slug !== undefined) return page.slug.startsWith(prefix) ? page.slug : prefix + page.slug;
  const slug = prefix + slugOf(page.title, "seite");
  return freeSlug(slug, await slugsLike(ctx, slug));
};

/** Writes a new page, or an existing one in another language. */
export const writePage = async (
  ctx: Context,
  page: z.infer<typeof NewPage>,
  publish: boolean,
): Promise<Outcome<{ id: Id<"page">; slug: string }, "taken" | "legalNoticeMissing">> => {
  allow(may.write(ctx));
  if (publish && (await missingLegalNotice(ctx)).length > 0) return refused("legalNoticeMissing");
  const { title, body, language, inFooter } = page;
  const author = authorOf(ctx);
  const row = await ctx.db
    .insertInto("pages")
    .values({
      slug: await addressOf(ctx, page),
      language,
      title,
      body,
      inFooter,
      madeBy: author,
      changedBy: author,
      publishedAt: publish ? ctx.now : null,
    })
    .onConflict((conflict) => conflict.columns(["placeId", "slug", "language"]).doNothing())
    .returning(["id", "slug"])
    .executeTakeFirst();
  if (!row) return refused("taken");
  await record(ctx, "page.written", row.id, { language });
  if (publish) await record(ctx, "page.published", row.id);
  return done(row);
};

/** Changes the words of a page; visitors see them at once when it is published. */
export const changePage = async (
  ctx: Context,
  id: Id<"page">,
  { title, body, inFooter }: z.infer<typeof PageText>,
  publish: boolean,
): Promise<Outcome<{ slug: string }, "legalNoticeMissing">> => {
  allow(may.write(ctx));
  const before = found(await findWrittenPage(ctx, id));
  const newly = publish && !before.publishedAt;
  if (newly && (await missingLegalNotice(ctx)).length > 0) return refused("legalNoticeMissing");
  await ctx.db
    .updateTable("pages")
    .set({ title, body, inFooter, changedBy: authorOf(ctx), changedAt: ctx.now })
    .$if(newly, (query) => query.set({ publishedAt: ctx.now }))
    .where("id", "=", id)
    .execute();
  await record(ctx, "page.changed", id);
  if (newly) await record(ctx, "page.published", id);
  return done({ slug: before.slug });
};

/** Lets everyone see the page. A second time changes nothing. */
export const publishPage = async (
  ctx: Context,
  id: Id<"page">,
): Promise<Outcome<null, "legalNoticeMissing">> => {
  allow(may.write(ctx));
  const page = found(await findWrittenPage(ctx, id));
  if (page.publishedAt) return done(null);
  if ((await missingLegalNotice(ctx)).length > 0) return refused("legalNoticeMissing");
  await ctx.db.updateTable("pages").set({ publishedAt: ctx.now }).where("id", "=", id).execute();
  await record(ctx, "page.published", id);
  return done(null);
};

/** Takes the page back into the drafts. A second time changes nothing. */
export const withdrawPage = async (ctx: Context, id: Id<"page">): Promise<void> => {
  allow(may.write(ctx));
  const page = found(await findWrittenPage(ctx, id));
  if (!page.publishedAt) return;
  await ctx.db.updateTable("pages").set({ publishedAt: null }).where("id", "=", id).execute();
  await record(ctx, "page.withdrawn", id);
};
