import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { blank, type Filled, filledWith, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import type { ContactPoint, Organization } from "#modules/organizations/schema.ts";
import { addContactPoint, ContactInput, changeContactPoint, removeContactPoint } from "./commands.ts";
import { say } from "./messages.ts";
import { listContactPoints } from "./queries.ts";
import { ContactPage, ContactsPage } from "./views.tsx";

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

const contactOf = async (page: Page, organizationId: Id<"organization">): Promise<ContactPoint> => {
  const id = idIn<"contactPoint">(page, "item");
  return found(
    (await listContactPoints(page.get("ctx"), organizationId)).find((contact) => contact.id === id),
  );
};

const readContact = (page: Page, body: Record<string, unknown>) =>
  read(page.get("ctx"), ContactInput, body, { reachable: say(page.get("ctx"))("reachable") });

const showForm = (
  page: Page,
  desk: Desk,
  organization: Organization,
  contact: ContactPoint | undefined,
  form: Filled,
  status: 200 | 422 = 200,
) => {
  const ctx = page.get("ctx");
  const { crumbs, ...rest } = frame(page, desk, organization);
  const list = { href: edit[desk].part(organization.id, "ansprechpersonen"), label: say(ctx)("title") };
  return page.render(
    <ContactPage
      ctx={ctx}
      desk={desk}
      organization={organization}
      formKey={page.get("formKey")}
      contact={contact}
      form={form}
    />,
    {
      ...rest,
      crumbs: [...crumbs, list],
      status,
      title: contact ? say(ctx)("editHeading", { name: contact.name }) : say(ctx)("newHeading"),
    },
  );
};

/** …/:id/ansprechpersonen, from the desk of the organization or of the office. */
export const pagesAt = (desk: Desk) =>
  routes()
    .get("/:id/ansprechpersonen", async (page) => {
      const ctx = page.get("ctx");
      const organization = await opened(page);
      const hint = page.req.query("hinweis");
      const notice = hint === "saved" || hint === "removed" ? hint : undefined;
      const contacts = await listContactPoints(ctx, organization.id);
      return page.render(
        <ContactsPage
          ctx={ctx}
          desk={desk}
          organization={organization}
          formKey={page.get("formKey")}
          contacts={contacts}
          notice={notice}
        />,
        {
          ...frame(page, desk, organization),
          title: say(ctx)("heading", { organization: organization.name }),
        },
      );
    })
    .get("/:id/ansprechpersonen/neu", async (page) => {
      const organization = await opened(page);
      return showForm(page, desk, organization, undefined, blank);
    })
    .post("/:id/ansprechpersonen/neu", async (page) => {
      const organization = await opened(page);
      const input = readContact(page, await sent(page));
      if (!input.ok) return showForm(page, desk, organization, undefined, input.form, 422);
      await addContactPoint(page.get("ctx"), organization.id, input.value);
      return seeOther(page, edit[desk].part(organization.id, "ansprechpersonen"), "saved");
    })
    .get("/:id/ansprechpersonen/:item", async (page) => {
      const organization = await opened(page);
      const contact = await contactOf(page, organization.id);
      return showForm(page, desk, organization, contact, filledWith(contact));
    })
    .post("/:id/ansprechpersonen/:item", async (page) => {
      const organization = await opened(page);
      const contact = await contactOf(page, organization.id);
      const input = readContact(page, await sent(page));
      if (!input.ok) return showForm(page, desk, organization, contact, input.form, 422);
      await changeContactPoint(page.get("ctx"), organization.id, contact.id, input.value);
      return seeOther(page, edit[desk].part(organization.id, "ansprechpersonen"), "saved");
    })
    .post("/:id/ansprechpersonen/:item/entfernen", async (page) => {
      const organization = await opened(page);
      await removeContactPoint(page.get("ctx"), organization.id, idIn<"contactPoint">(page, "item"));
      return seeOther(page, edit[desk].part(organization.id, "ansprechpersonen"), "removed");
    });
