import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Filled, filledWith, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import type { Organization, Service } from "#modules/organizations/schema.ts";
import { listSites } from "#modules/organizations/sites/queries.ts";
import { addService, changeService, endService, ServiceInput } from "./commands.ts";
import { say } from "./messages.ts";
import { listServices } from "./queries.ts";
import { ServicePage, ServicesPage } from "./views.tsx";

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

const serviceOf = async (page: Page, organizationId: Id<"organization">): Promise<Service> => {
  const id = idIn<"service">(page, "item");
  return found((await listServices(page.get("ctx"), organizationId)).find((service) => service.id === id));
};

const showForm = async (
  page: Page,
  desk: Desk,
  organization: Organization,
  service: Service | undefined,
  form: Filled,
  status: 200 | 422 = 200,
) => {
  const ctx = page.get("ctx");
  const sites = await listSites(ctx, organization.id);
  const { crumbs, ...rest } = frame(page, desk, organization);
  const list = { href: edit[desk].part(organization.id, "leistungen"), label: say(ctx)("ownTitle") };
  return page.render(
    <ServicePage
      ctx={ctx}
      desk={desk}
      organization={organization}
      formKey={page.get("formKey")}
      service={service}
      sites={sites}
      form={form}
    />,
    {
      ...rest,
      crumbs: [...crumbs, list],
      status,
      title: service ? say(ctx)("editHeading", { name: service.name }) : say(ctx)("newHeading"),
    },
  );
};

/** …/:id/leistungen, from the desk of the organization or of the office. */
export const pagesAt = (desk: Desk) =>
  routes()
    .get("/:id/leistungen", async (page) => {
      const ctx = page.get("ctx");
      const organization = await opened(page);
      const hint = page.req.query("hinweis");
      const notice = hint === "saved" || hint === "ended" ? hint : undefined;
      const services = await listServices(ctx, organization.id);
      return page.render(
        <ServicesPage
          ctx={ctx}
          desk={desk}
          organization={organization}
          formKey={page.get("formKey")}
          services={services}
          notice={notice}
        />,
        {
          ...frame(page, desk, organization),
          title: say(ctx)("ownHeading", { organization: organization.name }),
        },
      );
    })
    .get("/:id/leistungen/neu", async (page) => {
      const organization = await opened(page);
      const { languages, targetGroups } = organization;
      return showForm(page, desk, organization, undefined, filledWith({ languages, targetGroups }));
    })
    .post("/:id/leistungen/neu", async (page) => {
      const organization = await opened(page);
      const input = read(page.get("ctx"), ServiceInput, await sent(page));
      if (!input.ok) return showForm(page, desk, organization, undefined, input.form, 422);
      await addService(page.get("ctx"), organization.id, input.value);
      return seeOther(page, edit[desk].part(organization.id, "leistungen"), "saved");
    })
    .get("/:id/leistungen/:item", async (page) => {
      const organization = await opened(page);
      const service = await serviceOf(page, organization.id);
      return showForm(page, desk, organization, service, filledWith(service));
    })
    .post("/:id/leistungen/:item", async (page) => {
      const organization = await opened(page);
      const service = await serviceOf(page, organization.id);
      const input = read(page.get("ctx"), ServiceInput, await sent(page));
      if (!input.ok) return showForm(page, desk, organization, service, input.form, 422);
      await changeService(page.get("ctx"), organization.id, service.id, input.value);
      return seeOther(page, edit[desk].part(organization.id, "leistungen"), "saved");
    })
    .post("/:id/leistungen/:item/entfernen", async (page) => {
      const organization = await opened(page);
      await endService(page.get("ctx"), organization.id, idIn<"service">(page, "item"));
      return seeOther(page, edit[desk].part(organization.id, "leistungen"), "ended");
    });
