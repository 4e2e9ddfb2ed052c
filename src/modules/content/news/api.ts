import type { Context } from "#core/context.ts";
import { renderMarkdown } from "#core/markdown.ts";
import { routes } from "#core/web.ts";
import { paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { listNewsTexts, type NewsText } from "./queries.ts";

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// XML knows no control characters but tab and line ends, and no way to write the others.
const escaped = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}/gu, "").replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);

// A feed is read elsewhere: links and pictures of our own need the whole address there.
const absolute = (html: string, origin: string): string =>
  html.replace(/(href|src)="\/(?!\/)/gu, (_, name: string) => `${name}="${origin}/`);

const entry = (item: NewsText, origin: string): string => {
  const address = escaped(origin + paths.newsItem(item.slug));
  const published = item.publishedAt ?? item.changedAt;
  // What is changed before it is published was first seen on the day it was published.
  const updated = new Date(Math.max(+item.changedAt, +published));
  return `  <entry>
    <id>urn:uuid:${item.id}</id>
    <title>${escaped(item.title)}</title>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${published.toISOString()}</published>
    <updated>${updated.toISOString()}</updated>
    <summary>${escaped(item.lead)}</summary>
    <content type="html">${escaped(absolute(renderMarkdown(item.body), origin))}</content>
  </entry>`;
};

/** The news as Atom (RFC 4287). The ids of town and items never change, whatever the address does. */
export const newsFeed = (ctx: Context, origin: string, items: readonly NewsText[]): string => {
  const newest = items.map(({ changedAt, publishedAt }) => Math.max(+changedAt, +(publishedAt ?? changedAt)));
  const updated = new Date(Math.max(0, ...newest));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <id>urn:uuid:${ctx.place.id}</id>
  <title>${escaped(say({ language: "de" })("feedTitle", { town: ctx.place.name }))}</title>
  <link rel="self" type="application/atom+xml" href="${escaped(origin + paths.newsFeed)}"/>
  <link rel="alternate" type="text/html" href="${escaped(origin + paths.news)}"/>
  <author><name>${escaped(ctx.place.officeName || ctx.place.name)}</name></author>
  <updated>${updated.toISOString()}</updated>
${items.map((item) => entry(item, origin)).join("\n")}
</feed>
`;
};

/** /aktuelles/feed.xml */
export const feed = routes().get("/feed.xml", async (page) => {
  const ctx = page.get("ctx");
  return page.body(newsFeed(ctx, page.get("origin"), await listNewsTexts(ctx)), 200, {
    "content-type": "application/atom+xml; charset=utf-8",
  });
});
