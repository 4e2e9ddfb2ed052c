import { asked, routes } from "#core/web.ts";
import { say } from "#modules/opportunities/catalog/messages.ts";
import { findOffers } from "#modules/opportunities/catalog/queries.ts";
import { addressOf, readFilters } from "#modules/opportunities/catalog/vocabulary.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { findOrganizationBySlug } from "#modules/organizations/queries.ts";
import { CatalogPage, SheetPage } from "./views.tsx";

/** The list, and the sheet for the notice board: one search, two coats. */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    const filters = readFilters(asked(page));
    const result = await findOffers(ctx, filters);
    const organization = filters.organisation
      ? await findOrganizationBySlug(ctx, filters.organisation)
      : undefined;
    const words = say(ctx);
    return page.render(
      <CatalogPage ctx={ctx} filters={filters} result={result} organization={organization?.name} />,
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
  })
  .get("/aushang", async (page) => {
    const ctx = page.get("ctx");
    const filters = readFilters(asked(page));
    const words = say(ctx);
    return page.render(<SheetPage ctx={ctx} filters={filters} result={await findOffers(ctx, filters)} />, {
      title: words("sheetHeading", { town: ctx.place.name }),
      crumbs: [{ href: addressOf(filters), label: words("list") }],
      hidden: true,
    });
  });
