import { found, NotFound } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { findOpportunityBySlug } from "#modules/opportunities/queries.ts";
import { say } from "./messages.ts";
import { findByNumber } from "./queries.ts";
import { PosterPage } from "./views.tsx";

/** /angebote/:slug/aushang */
export const pages = routes().get("/:slug/aushang", async (page) => {
  const ctx = page.get("ctx");
  const offer = found(await findOpportunityBySlug(ctx, slugIn(page)));
  return page.render(<PosterPage ctx={ctx} origin={page.get("origin")} offer={offer} />, {
    title: say(ctx)("posterTitle", { title: offer.title }),
    crumbs: [
      { href: paths.list, label: say(ctx)("list") },
      { href: paths.show(offer.slug), label: offer.title },
    ],
    hidden: true,
  });
});

/** /a/:number – from a strip of paper to the offer. */
export const short = routes().get("/:number", async (page) => {
  const text = page.req.param("number");
  if (!/^\d{1,7}$/u.test(text)) throw new NotFound();
  const offer = found(await findByNumber(page.get("ctx"), Number(text)));
  return page.redirect(paths.show(offer.slug), 303);
});
