import { asked, routes } from "#core/web.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { listCards } from "#modules/opportunities/queries.ts";
import { elsewhereOf, longOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { say } from "./messages.ts";
import { findOffers } from "./queries.ts";
import { addressOf, readFilters } from "./vocabulary.ts";

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    // XML knows no control characters but tab and line ends.
    .replace(/(?![\t\n\r])\p{Cc}/gu, "");

/** The newest offers that these filters leave, as Atom (RFC 4287). */
export const feed = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const origin = page.get("origin");
  const filters = { ...readFilters(asked(page)), sortierung: "neu" as const, seite: 1 };
  const { rows } = await findOffers(ctx, filters);
  const offers = await listCards(
    ctx,
    rows.map(({ offer }) => offer.id),
  );
  const changed = offers.map(({ publishedAt }) => publishedAt ?? ctx.now);
  const entries = offers.map((offer) => {
    const { when, time } = whenOf(ctx, offer);
    const place = elsewhereOf(ctx, offer.placeKind) ?? offer.townName ?? "";
    const text = [`${when} ${time}`.trim(), longOf(ctx, offer), place, offer.summary]
      .filter(Boolean)
      .join(" · ");
    return `<entry><id>urn:uuid:${offer.id}</id><title>${escaped(offer.title)}</title>
<link href="${escaped(origin + paths.show(offer.slug))}"/><updated>${(offer.publishedAt ?? ctx.now).toISOString()}</updated>
<author><name>${escaped(offer.organization)}</name></author><summary>${escaped(text)}</summary></entry>`;
  });
  const self = origin + addressOf(filters, paths.feed);
  const updated = new Date(Math.max(0, ...changed.map(Number)) || +ctx.now).toISOString();
  const title = say(ctx)("feedTitle", { town: ctx.place.name });
  return page.body(
    `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.language === "de-x-easy" ? "de" : ctx.language}"><id>${escaped(self)}</id><title>${escaped(title)}</title>
<link rel="self" href="${escaped(self)}"/><link href="${escaped(origin + addressOf(filters))}"/><updated>${updated}</updated>
${entries.join("\n")}
</feed>`,
    200,
    { "content-type": "application/atom+xml; charset=utf-8" },
  );
});
