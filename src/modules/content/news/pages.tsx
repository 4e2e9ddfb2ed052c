import { found } from "#core/errors.ts";
import { asked, type Page, routes, slugIn } from "#core/web.ts";
import { paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { findNews, latestNews, listNews } from "./queries.ts";
import { NewsList, NewsPage } from "./views.tsx";

const pageSize = 10;
const othersShown = 3;

const pageNumber = (page: Page): number => {
  const { seite } = asked(page);
  const number = typeof seite === "string" && /^\d{1,5}$/u.test(seite) ? Number(seite) : 1;
  return Math.max(1, number);
};

/** /aktuelles and /aktuelles/:slug */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    const number = pageNumber(page);
    const { items, total } = await listNews(ctx, number, pageSize);
    if (number > 1) found(items[0]);
    return page.render(<NewsList ctx={ctx} news={items} page={number} size={pageSize} total={total} />, {
      title: say(ctx)("news"),
      description: say(ctx)("newsLead"),
      feed: {
        href: paths.newsFeed,
        type: "application/atom+xml",
        title: say(ctx)("feedTitle", { town: ctx.place.name }),
      },
    });
  })
  .get("/:slug", async (page) => {
    const ctx = page.get("ctx");
    const item = found(await findNews(ctx, slugIn(page)));
    const latest = await latestNews(ctx, othersShown + 1);
    const others = latest.filter(({ id }) => id !== item.id).slice(0, othersShown);
    return page.render(<NewsPage ctx={ctx} item={item} others={others} />, {
      title: item.title,
      description: item.lead,
      crumbs: [{ href: paths.news, label: say(ctx)("news") }],
      hidden: item.publishedAt === null,
    });
  });
