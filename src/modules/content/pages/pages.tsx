import { found } from "#core/errors.ts";
import { excerpt } from "#core/markdown.ts";
import { asked, type Page, routes, slugIn } from "#core/web.ts";
import { guidePrefix, paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { findPage, listGuides, listPageLanguages } from "./queries.ts";
import { GuideList, PageView } from "./views.tsx";

const showPage = async (page: Page, slug: string) => {
  const ctx = page.get("ctx");
  const written = found(await findPage(ctx, slug));
  const languages = await listPageLanguages(ctx, slug);
  return page.render(<PageView ctx={ctx} page={written} languages={languages} />, {
    title: written.title,
    description: excerpt(written.body),
    ...(slug.startsWith(guidePrefix) ? { crumbs: [{ href: paths.guides, label: say(ctx)("guides") }] } : {}),
    hidden: written.publishedAt === null,
  });
};

/** /seite/:slug; a guide has its own, shorter address. */
export const pages = routes().get("/:slug", async (page) => {
  const slug = slugIn(page);
  if (slug.startsWith(guidePrefix)) return page.redirect(paths.page(slug), 301);
  return showPage(page, slug);
});

/** /wissen and /wissen/:slug */
export const guides = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    const { q } = asked(page);
    const words = typeof q === "string" ? q.trim().slice(0, 100).toWellFormed() : "";
    const found = await listGuides(ctx, words.replaceAll("\u0000", ""));
    return page.render(<GuideList ctx={ctx} guides={found} words={words} />, {
      title: say(ctx)("guides"),
      description: say(ctx)("guidesLead"),
      hidden: words !== "",
    });
  })
  .get("/:slug", (page) => showPage(page, guidePrefix + slugIn(page)));
