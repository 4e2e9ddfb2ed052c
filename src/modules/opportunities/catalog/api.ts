import * as z from "zod";
import { asked, routes } from "#core/web.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { listCards, type OpportunityCard } from "#modules/opportunities/queries.ts";
import { elsewhereOf, longOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { say } from "./messages.ts";
import { findOffers, pageSize } from "./queries.ts";
import { addressOf, readFilters } from "./vocabulary.ts";

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    // XML knows no control signs.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "");

/** The newest offers that these filters leave, as Atom (RFC 4287). */
export const feed = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const origin = page.get("origin");
  const filters = { ...readFilters(asked(page)), sortierung: "neu" as const, seite: 1 };
  const { rows } = await findOffers(ctx, filters);
  const offers = await listCards(ctx, rows.map(({ offer }) => offer.id));
  const changed = offers.map(({ publishedAt }) => publishedAt ?? ctx.now);
  const entries = offers.map((offer) => {
    const { when, time } = whenOf(ctx, offer);
    const place = elsewhereOf(ctx, offer.placeKind) ?? offer.townName ?? "";
    const text = [`${when} ${time}`.trim(), longOf(ctx, offer), place, offer.summary].filter(Boolean).join(" · ");
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

/** An offer as machines read it: the contract of `/api/v1/opportunities`. */
export const OfferOut = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  summary: z.string(),
  organization: z.object({ name: z.string(), url: z.string() }),
  rhythm: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  /** 21 parts of the week as bits, Monday morning first; 0 is any time. */
  times: z.number(),
  durationMinutes: z.number().nullable(),
  place: z.object({ kind: z.string(), town: z.string().nullable(), latitude: z.number().nullable(), longitude: z.number().nullable() }),
  seatsFree: z.number().nullable(),
  publishedAt: z.string().nullable(),
});

const outOf = (origin: string, card: OpportunityCard): z.output<typeof OfferOut> => ({
  id: card.id,
  url: origin + paths.show(card.slug),
  title: card.title,
  summary: card.summary,
  organization: { name: card.organization, url: origin + paths.organization(card.organizationSlug) },
  rhythm: card.rhythm,
  startsAt: card.startsAt?.toISOString() ?? null,
  endsAt: card.endsAt?.toISOString() ?? null,
  times: card.times,
  durationMinutes: card.durationMinutes,
  place: { kind: card.placeKind, town: card.townName, latitude: card.latitude, longitude: card.longitude },
  seatsFree: card.seats === null ? null : Math.max(0, card.seats - card.seatsTaken),
  publishedAt: card.publishedAt?.toISOString() ?? null,
});

/** The same search as the page, with the same parameters. */
export const api = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const filters = readFilters(asked(page));
  const result = await findOffers(ctx, filters);
  const cards = await listCards(ctx, result.rows.map(({ offer }) => offer.id));
  return page.json({
    total: result.total,
    page: result.page,
    pages: Math.max(1, Math.ceil(result.total / pageSize)),
    items: cards.map((card) => OfferOut.parse(outOf(page.get("origin"), card))),
  });
});
