import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Filled, filledWith, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import type { Organization, Site } from "#modules/organizations/schema.ts";
import { addSite, changeSite, removeSite, SiteInput } from "./commands.ts";
import { say } from "./messages.ts";
import { listSites } from "./queries.ts";
import { SitePage, SitesPage } from "./views.tsx";

const frame = (page: Page, desk: Desk, organization: Organization) => {
  const words = say(page.get("ctx"));
  return {
    area: desk === "office" ? ("office" as const) : ("public" as const),
    hidden: true,
    crumbs: [
      { href: edit[desk].list, label: words(desk === "office" ? "office" : "yours") },
      { href: edit[desk].profile(organization.id), label: organization.name },
    ],
  };
};

const opened = (page: Page) => openOrganization(page.get("ctx"), idIn<"organization">(page));

const siteOf = async (page: Page, organizationId: Id<"organization">): Promise<Site> => {
  const id = idIn<"site">(page, "item");
  return found((await listSites(page.get("ctx"), organizationId)).find((site) => site.id === id));
};

const showForm = (
  page: Page,
  desk: Desk,
  organization: Organization,
  site: Site | undefined,
  form: Filled,
  status: 200 | 422 = 200,
) => {
  const ctx = page.get("ctx");
  const { crumbs, ...rest } = frame(page, desk, organization);
  const list = { href: edit[desk].part(organization.id, "orte"), label: say(ctx)("title") };
  return page.render(
    <SitePage
      ctx={ctx}
      desk={desk}
      organization={organization}
      formKey={page.get("formKey")}
      site={site}
      form={form}
    />,
    {
      ...rest,
      crumbs: [...crumbs, list],
      status,
      title: site ? say(ctx)("editHeading", { name: site.name }) : say(ctx)("newHeading"),
    },
  );
};

/** …/:id/orte, from the desk of the organization or of the office. */
export const pagesAt = (desk: Desk) =>
  routes()
    .get("/:id/orte", async (page) => {
      const ctx = page.get("ctx");
      const organization = await opened(page);
      const hint = page.req.query("hinweis");
      const notice = hint === "saved" || hint === "removed" ? hint : undefined;
      const sites = await listSites(ctx, organization.id);
      return page.render(
        <SitesPage
          ctx={ctx}
          desk={desk}
          organization={organization}
          formKey={page.get("formKey")}
          sites={sites}
          notice={notice}
        />,
        {
          ...frame(page, desk, organization),
          title: say(ctx)("heading", { organization: organization.name }),
        },
      );
    })
    .get("/:id/orte/neu", async (page) => {
      const organization = await opened(page);
      const { street, postcode, townName } = organization;
      return showForm(page, desk, organization, undefined, filledWith({ street, postcode, townName }));
    })
    .post("/:id/orte/neu", async (page) => {
      const organization = await opened(page);
      const input = read(page.get("ctx"), SiteInput, await sent(page));
      if (!input.ok) return showForm(page, desk, organization, undefined, input.form, 422);
      await addSite(page.get("ctx"), organization.id, input.value);
      return seeOther(page, edit[desk].part(organization.id, "orte"), "saved");
    })
    .get("/:id/orte/:item", async (page) => {
      const organization = await opened(page);
      const site = await siteOf(page, organization.id);
      return showForm(page, desk, organization, site, filledWith(site));
    })
    .post("/:id/orte/:item", async (page) => {
      const organization = await opened(page);
      const site = await siteOf(page, organization.id);
      const input = read(page.get("ctx"), SiteInput, await sent(page));
      if (!input.ok) return showForm(page, desk, organization, site, input.form, 422);
      await changeSite(page.get("ctx"), organization.id, site.id, input.value);
      return seeOther(page, edit[desk].part(organization.id, "orte"), "saved");
    })
    .post("/:id/orte/:item/entfernen", async (page) => {
      const organization = await opened(page);
      await removeSite(page.get("ctx"), organization.id, idIn<"site">(page, "item"));
      return seeOther(page, edit[desk].part(organization.id, "orte"), "removed");
    });
