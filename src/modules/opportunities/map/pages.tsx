import { asked, routes } from "#core/web.ts";
import { say as listWords } from "#modules/opportunities/catalog/messages.ts";
import { findOffers } from "#modules/opportunities/catalog/queries.ts";
import { addressOf, noFilters, readFilters } from "#modules/opportunities/catalog/vocabulary.ts";
import { listBorders } from "#modules/organizations/map/queries.ts";
import { findOrganizationBySlug } from "#modules/organizations/queries.ts";
import { say } from "./messages.ts";
import { OffersMapPage } from "./views.tsx";

const allOfThem = 5_000;

/** /angebote/karte: the offers of the list, with its filters, by where they are. */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const filters = { ...readFilters(asked(page)), seite: 1 };
  const result = await findOffers(ctx, filters, allOfThem);
  const borders = await listBorders(ctx);
  const organization = filters.organisation
    ? await findOrganizationBySlug(ctx, filters.organisation)
    : undefined;
  return page.render(
    <OffersMapPage
      ctx={ctx}
      filters={filters}
      result={result}
      borders={borders}
      organization={organization?.name}
    />,
    {
      title: say(ctx)("title"),
      description: say(ctx)("lead", { town: ctx.place.name }),
      crumbs: [{ href: addressOf(filters), label: listWords(ctx)("list") }],
      hidden: addressOf(filters) !== addressOf(noFilters),
    },
  );
});
