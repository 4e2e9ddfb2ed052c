import { found } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { findNext } from "#modules/opportunities/next-shifts/queries.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { findOpportunityBySlug, pointOf } from "#modules/opportunities/queries.ts";
import { say } from "./messages.ts";
import { findContact, findSite, listSimilar } from "./queries.ts";
import { OfferPage } from "./views.tsx";

/** The page of one offer; a postcode in the address tells the way. */
export const pages = routes().get("/:slug", async (page) => {
  const ctx = page.get("ctx");
  const offer = found(await findOpportunityBySlug(ctx, slugIn(page)));
  const [contact, site] = [await findContact(ctx, offer), await findSite(ctx, offer)];
  const postcode = page.req.query("plz") ?? "";
  const point = /^\d{5}$/u.test(postcode) ? pointOf(ctx, postcode) : undefined;
  const similar = await listSimilar(ctx, offer);
  return page.render(
    <OfferPage
      ctx={ctx}
      offer={offer}
      contact={contact}
      site={site}
      similar={similar}
      from={point && { postcode, point }}
      next={await findNext(ctx, offer)}
      origin={page.get("origin")}
    />,
    {
      title: offer.title,
      description: offer.summary || `${offer.title}, ${offer.organization}`,
      crumbs: [{ href: paths.list, label: say(ctx)("list") }],
      hidden: offer.state !== "published",
    },
  );
});
