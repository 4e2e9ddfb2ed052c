import { asked, routes } from "#core/web.ts";
import { say } from "#modules/opportunities/catalog/messages.ts";
import { findOffers } from "#modules/opportunities/catalog/queries.ts";
import { addressOf, readFilters } from "#modules/opportunities/catalog/vocabulary.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { findOrganizationBySlug } from "#modules/organizations/queries.ts";
import { CatalogPage } from "./views.tsx";

/** The list of offers. */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const filters = readFilters(asked(page));
  const result = await findOffers(ctx, filters);
  const organization = filters.organisation
    ? await findOrganizationBySlug(ctx, filters.organisation)
    : undefined;
  const words = say(ctx);
  return page.render(
    <CatalogPage
      ctx={ctx}
      filters={filters}
      result={result}
      organization={organization?.name}
      formKey={page.get("formKey")}
    />,
    {
      title: words("list"),
      description: words("description", { town: ctx.place.name, n: result.all }),
      crumbs: [],
      hidden: addressOf({ ...filters, seite: 1 }) !== addressOf(readFilters({})),
      feed: {
        href: addressOf({ ...filters, seite: 1 }, paths.feed),
        type: "application/atom+xml",
        title: words("feedTitle", { town: ctx.place.name }),
      },
    },
  );
});
